import { Component, type RefObject } from 'react'

interface KeepPlaceProps {
  region: RefObject<HTMLElement | null>
  /** When this changes, other rows take the place of those in `region`. */
  of: string
}

interface ScrollPlace {
  readonly pointer: string
  /** From the top of what scrolls, in pixels. */
  readonly top: number
}

/** Keeps the topmost row in sight where it is. A class, because only those see the page just before it changes. */
export class KeepPlace extends Component<KeepPlaceProps> {
  override getSnapshotBeforeUpdate({ of }: KeepPlaceProps): ScrollPlace | null {
    return of === this.props.of ? null : placeIn(this.props.region.current)
  }

  override componentDidUpdate(_props: KeepPlaceProps, _state: unknown, place: ScrollPlace | null): void {
    const { current: region } = this.props.region
    const scroller = scrollerOf(region)
    if (place === null || region === null || scroller === null) return
    const row = nearestRow(region, place.pointer)
    if (row !== undefined) scroller.scrollTop += topIn(scroller, row) - place.top
  }

  override render() {
    return null
  }
}

function placeIn(region: HTMLElement | null): ScrollPlace | null {
  const scroller = scrollerOf(region)
  if (region === null || scroller === null || scroller.scrollTop === 0) return null
  for (const row of region.querySelectorAll<HTMLElement>('[data-row]')) {
    const top = topIn(scroller, row)
    if (top + row.offsetHeight > 0) return { pointer: row.dataset.row ?? '', top }
  }
  return null
}

/** The row of that pointer; where it is folded away, the group it lies in. */
function nearestRow(region: HTMLElement, pointer: string): HTMLElement | undefined {
  for (let end = pointer; end !== ''; end = end.slice(0, end.lastIndexOf('/'))) {
    const row = region.querySelector<HTMLElement>(`[data-row="${CSS.escape(end)}"]`)
    if (row !== null) return row
  }
  return undefined
}

function scrollerOf(region: HTMLElement | null): HTMLElement | null {
  return region?.closest<HTMLElement>('[data-scroll]') ?? null
}

function topIn(scroller: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top
}
