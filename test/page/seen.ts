// What a browser makes of the page where it is narrow or paper: measured in the page itself.

import type { Page } from 'playwright-core';

/** Of every chart in its narrow form: by how much it scrolls, and the words that lie beyond its edge. */
export const chartsOnPhone = (page: Page) =>
  page.locator('.chart:has(.drawing.narrow)').evaluateAll((charts) =>
    charts.map((chart) => {
      const box = chart.querySelector('.wide');
      const drawing = chart.querySelector('svg')?.getBoundingClientRect();
      const cut = [...chart.querySelectorAll('svg text')]
        .filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          if (drawing === undefined) return true;
          const beyond = left < drawing.left - 2 || right > drawing.right + 2;
          return beyond || top < drawing.top - 2 || bottom > drawing.bottom + 2;
        })
        .map((text) => text.textContent);
      return { scrolls: (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0), cut };
    }),
  );

/** Classes of what has a background that paper loses: a browser leaves it out unless it is told that it says something. */
export const lostOnPaper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { backgroundColor, printColorAdjust } = getComputedStyle(element);
        return !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) && printColorAdjust !== 'exact';
      })
      .map(({ className }) => className),
  );
