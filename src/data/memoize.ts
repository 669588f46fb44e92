/** Computes something of an object once, and remembers it as long as the object is there. The object must not change in the meantime. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Value;
  };
}

/** The same for what is also read from the files of a project. */
export function memoizeByRoot<Key extends object, Value>(
  compute: (key: Key, root: string) => Value,
): (key: Key, root: string) => Value {
  const byRoot = memoize((_key: Key) => new Map<string, Value>());
  return (key, root) => {
    const known = byRoot(key);
    if (!known.has(root)) known.set(root, compute(key, root));
    return known.get(root) as Value;
  };
}
