/** Stands in for a function or class; says which when it is called or constructed. */
export const absent = (name) =>
  function Absent() {
    throw new TypeError(`${name} is not in the bundle: see tools/build/trim.mjs`);
  };
