import { contentSignature } from './content-signature.ts';

/** Wraps a function of an object so that its result is computed once and kept as long as the object. The object must not change in the meantime. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Value;
  };
}

/** Wraps a function of an object and of the prose under a project's root, so that its result is kept until the prose changes. */
export function memoizeByRoot<Key extends object, Value>(
  compute: (key: Key, root: string) => Value,
): (key: Key, root: string) => Value {
  const byRoot = memoize((_key: Key) => new Map<string, { signature: string; value: Value }>());
  return (key, root) => {
    const known = byRoot(key);
    const signature = contentSignature(root, 'prose');
    const last = known.get(root);
    if (last?.signature === signature) return last.value;
    const value = compute(key, root);
    known.set(root, { signature, value });
    return value;
  };
}
