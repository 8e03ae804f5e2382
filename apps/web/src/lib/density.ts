import { storedChoice } from './stored-choice.ts'

/** How much room the rows of forms take. */
export const density = storedChoice('strata.density', ['comfortable', 'compact'])

/** Keeps `data-density` of the page as it was chosen, for the style sheets. Called once at the start. */
export function followDensity(): void {
  const apply = () => {
    document.documentElement.dataset.density = density.get()
  }
  density.subscribe(apply)
  apply()
}
