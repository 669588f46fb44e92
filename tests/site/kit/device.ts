import type { Page } from 'playwright';

/** Properties by which pages could tell one device, and so one reader, from another: owner and property, a prototype’s where it has one. */
export const DEVICE = [
  'Navigator.userAgent',
  'Navigator.platform',
  'Navigator.plugins',
  'Navigator.mimeTypes',
  'Navigator.hardwareConcurrency',
  'Navigator.deviceMemory',
  'Navigator.language',
  'Navigator.languages',
  'Navigator.userAgentData',
  'Navigator.connection',
  'Navigator.getBattery',
  'Navigator.mediaDevices',
  'Navigator.doNotTrack',
  'Navigator.maxTouchPoints',
  'Navigator.getGamepads',
  'Navigator.geolocation',
  'Navigator.permissions',
  'Screen.width',
  'Screen.height',
  'Screen.availWidth',
  'Screen.availHeight',
  'Screen.colorDepth',
  'Screen.orientation',
  'HTMLCanvasElement.getContext',
  'HTMLCanvasElement.toDataURL',
  'HTMLCanvasElement.toBlob',
  'OffscreenCanvas.getContext',
  'BaseAudioContext.createOscillator',
  'BaseAudioContext.createAnalyser',
  'RTCPeerConnection.createOffer',
  'FontFaceSet.check',
  'SpeechSynthesis.getVoices',
  'DateTimeFormat.resolvedOptions',
  'Date.getTimezoneOffset',
  'Navigator.webdriver',
  'Navigator.vendor',
  'Navigator.appVersion',
  'Performance.now',
  'Performance.timing',
  'Window.devicePixelRatio',
  'Window.screenX',
  'Window.outerWidth',
  'Window.outerHeight',
] as const;

/** Notes in `looked`, from the next page on, each of them that a script of the page touches. */
export async function watchDevice(page: Page): Promise<void> {
  await page.addInitScript((paths: readonly string[]) => {
    const looked: string[] = [];
    Object.assign(globalThis, { looked });
    for (const path of paths) {
      const [owner, name] = path.split('.') as [string, string];
      const prototype = ((globalThis as Record<string, any>)[owner] ?? (Intl as Record<string, any>)[owner])
        ?.prototype as object | undefined;
      const found = prototype && Object.getOwnPropertyDescriptor(prototype, name);
      if (!found) continue;
      const { get, value } = found;
      const noted = get
        ? {
            get(this: unknown) {
              looked.push(path);
              return get.call(this);
            },
          }
        : {
            value(this: unknown, ...args: unknown[]) {
              looked.push(path);
              return (value as (...args: unknown[]) => unknown).apply(this, args);
            },
          };
      Object.defineProperty(prototype, name, { ...found, ...noted });
    }
  }, DEVICE);
}
