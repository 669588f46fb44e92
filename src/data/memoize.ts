import { contentSignature } from './content-signature.ts';

/** Computes something of an object once, and remembers it as long as the object is there. The object must not change in the meantime. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Value;
  };
}

/** The same for what is also read from the sections of a project: remembered until one of them changes. */
export function memoizeByRoot<Key extends object, Value>(
  compute: (key: Key, root: string) => Value,
): (key: Key, root: string) => Value {
  const byRoot = memoize((_key: Key) => new Map<string, { signature: string; value: Value }>());
  return (key, root) => {
    const known = byRoot(key);
    const signature = contentSignature(root, 'sections');
    const last = known.get(root);
    if (last?.signature === signature) return last.value;
    const value = compute(key, root);
    known.set(root, { signature, value });
    return value;
  };
}
