/** Lets a reader keep only some phases of the timeline in view, and keeps the choice in the address. Without it, all are there. */
const page = document;
// A page that was saved while it was read holds what this added; it begins anew.
page.querySelector('.filter')?.remove();

const PRESSED = 'aria-pressed';
const bar = page.createElement('div');
const status = page.createElement('p');
const all = addButton('All');
const phases = [...page.querySelectorAll<HTMLElement>('.phase')].map((section) => {
  const head = section.querySelector('h2') as HTMLElement;
  return { section, id: head.id, button: addButton(head.textContent as string) };
});

/** Shows these phases, or all where it is none or every one, and announces how many events are shown. */
function show(ids: string[], remark = ''): string[] {
  const chosen = ids.length < phases.length ? ids : [];
  const isChoice = chosen.length > 0;
  for (const { section, id, button } of phases) {
    section.hidden = isChoice && !chosen.includes(id);
    setPressed(button, chosen.includes(id));
  }
  setPressed(all, !isChoice);
  const [shown, total] = ['.phase:not([hidden]) .happening', '.happening'].map(
    (events) => page.querySelectorAll(events).length,
  );
  status.textContent = `${remark}${isChoice ? `${shown} of ${total}` : `All ${total}`} events shown.`;
  return chosen;
}

/** Shows the phases that a reader chose. The address keeps the choice, and no fragment that it may have hidden. */
function choose(ids: string[], hash = ''): void {
  const chosen = show(ids);
  // Some browsers let no page that is a file of its own change its address.
  try {
    history.replaceState(null, '', location.pathname + (chosen[0] ? `?phase=${chosen}` : '') + hash);
  } catch {}
}

/** Shows all phases if the address leads into a hidden one. */
function reveal(): void {
  const target = page.getElementById(location.hash.slice(1));
  if (target?.closest('[hidden]')) choose([], location.hash);
  target?.scrollIntoView();
}

function setPressed(button: HTMLElement, isPressed: boolean): void {
  button.setAttribute(PRESSED, `${isPressed}`);
}

function addButton(text: string): HTMLButtonElement {
  const button = page.createElement('button');
  button.append(text);
  bar.append(button);
  return button;
}

bar.className = 'filter comfort';
bar.setAttribute('role', 'group');
bar.setAttribute('aria-label', 'Show phases');
bar.prepend('Show');
bar.append(status);
status.setAttribute('role', 'status');
phases[0]?.section.before(bar);

all.onclick = () => choose([]);
for (const { id, button } of phases) {
  button.onclick = () =>
    choose(
      phases
        .filter((phase) => (phase.button.getAttribute(PRESSED) === 'true') !== (phase.id === id))
        .map((phase) => phase.id),
    );
}
addEventListener('hashchange', reveal);

const asked = new URLSearchParams(location.search).get('phase')?.split(',') ?? [];
const known = phases.map(({ id }) => id);
const unknown = asked.filter((id) => id && !known.includes(id));
show(
  known.filter((id) => asked.includes(id)),
  unknown[0] ? `There is no phase “${unknown}”. ` : '',
);
reveal();

// A module, so that its names are its own.
export {};
