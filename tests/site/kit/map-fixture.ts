/** The days of a small map, and what had been taken by each. */
export const DAYS = ['2023-10-27', '2023-11-06', '2023-12-03', '2024-01-05', '2024-06-25', '2024-08-03', '2025-04-21'];

/** Returns the words of one day. */
export function wordsOfDay(day: string): string {
  return `${day}: a place is taken. By then: ${DAYS.indexOf(day) + 1} of ${DAYS.length}.`;
}

const svg = (name: string) =>
  `<svg class="chart chart--${name}" viewBox="0 0 340 200" width="340" height="200" role="img" aria-label="A map"><g aria-hidden="true"><g class="chart__filled tone-ink">${DAYS.map((day, index) => `<path d="M${20 + 40 * index} 50h9v9h-9z" data-from="${day}"/>`).join('')}</g><g class="chart__name tone-ink">${DAYS.map((day, index) => `<text x="${20 + 40 * index}" y="90" data-from="${day}">P${index}</text>`).join('')}</g></g></svg>`;

/** A figure as the map is: two pictures whose parts know their first day, the country in a symbol, and a list of the days in words. */
export const MAP = `<figure id="map" class="figure" aria-labelledby="map-title"><h2 id="map-title" class="figure__title">A small map</h2><svg class="map__shared" width="0" height="0"><symbol id="corner" viewBox="0 0 90 20">${DAYS.map((day) => `<path d="M0 0h2v2h-2z" data-from="${day}"/>`).join('')}</symbol></svg><div class="figure__main"><div class="figure__picture">${svg('phone')}${svg('column')}</div></div><svg class="map__ticks"><text x="0%" y="12">a phase</text></svg><ol class="map__days">${DAYS.map((day) => `<li data-day="${day}">${day}: a place is taken. <span class="map__by">By then: ${DAYS.indexOf(day) + 1} of ${DAYS.length}.</span></li>`).join('')}</ol></figure>`;
