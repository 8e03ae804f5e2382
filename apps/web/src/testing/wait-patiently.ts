import { configure } from '@testing-library/react'

// A whole page may take its time to draw on a busy machine; what never comes still fails, only later.
configure({ asyncUtilTimeout: 15_000 })
