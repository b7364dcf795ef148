// Bolt imports every receiver it has. Our ingress calls App.processEvent itself, so no receiver and nothing
// that receivers pull in (a web server, a socket client, an OAuth flow) is ever run.
function NotInLambda() {
  throw new TypeError('this part of Bolt is not in the bundle: see tools/build/trim.mjs');
}

export default NotInLambda;
export { NotInLambda as FileInstallationStore, NotInLambda as MemoryInstallationStore };
