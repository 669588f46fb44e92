import type { Page } from 'playwright';

/** Result of an intrusion: what it achieved, and what was refused, by which part of the policy. */
export interface Intrusion {
  ran: boolean;
  coloured: boolean;
  refused: string[];
}

/** Returns the result of `intrude` under a policy that allows nothing foreign. */
export function allRefused(foreign: string, page: string): Intrusion {
  const refused = [
    `connect-src ${foreign}/beacon`,
    `connect-src ${foreign}/fetch`,
    `frame-src ${foreign}`,
    `img-src ${foreign}/picture.png`,
    `img-src ${new URL('picture.png', page).href}`,
    'script-src-attr inline',
    'script-src-elem inline',
    `script-src-elem ${foreign}/script.js`,
    'style-src-attr inline',
    'style-src-elem inline',
    `style-src-elem ${foreign}/style.css`,
  ];
  return { ran: false, coloured: false, refused: refused.sort() };
}

/** Tries to bring into a page what it must not let in, from itself and from another site. */
export function intrude(page: Page, foreign: string): Promise<Intrusion> {
  return page.evaluate(
    async ([origin, attempts]) => {
      const refused = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) =>
        refused.add(`${event.effectiveDirective} ${event.blockedURI}`),
      );
      const add = (tag: string, attributes: Record<string, string>, text = '') => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = text;
        document.body.append(element);
        return element;
      };
      add('script', {}, 'globalThis.intruded = true');
      add('script', { src: `${origin}/script.js` });
      add('style', {}, 'body { outline: 7px solid rgb(1, 2, 3) }');
      add('link', { rel: 'stylesheet', href: `${origin}/style.css` });
      const styled = add('p', { style: 'outline: 5px solid rgb(1, 2, 3)' });
      add('button', { type: 'button', onclick: 'globalThis.intruded = true' }).click();
      add('img', { src: `${origin}/picture.png`, alt: '' });
      add('img', { src: './picture.png', alt: '' });
      add('iframe', { src: `${origin}/frame` });
      navigator.sendBeacon(`${origin}/beacon`, 'read');
      await fetch(`${origin}/fetch`).catch(() => null);
      const ran = () => 'intruded' in globalThis;
      const coloured = () =>
        [document.body, styled].some((element) => getComputedStyle(element).outlineColor === 'rgb(1, 2, 3)');
      // Refusals are reported one after another; where some do not come, the others have had time enough.
      const end = performance.now() + 2_000;
      while (performance.now() < end && refused.size < attempts && !(ran() && coloured()))
        await new Promise((resolve) => setTimeout(resolve, 10));
      return { ran: ran(), coloured: coloured(), refused: [...refused].sort() };
    },
    [foreign, allRefused(foreign, foreign).refused.length] as const,
  );
}
