// The webapps show a sign-in of their own when nobody is signed in any more; the one that works is ours.
(() => {
  const signIn = () => {
    if (window.location.hash.startsWith('#/login')) {
      window.location.replace(`/sign-in?to=${encodeURIComponent(window.location.pathname)}`);
    }
  };
  window.addEventListener('hashchange', signIn);
  signIn();
})();

// Only what a person does keeps them signed in: a key, a click, a wheel or a touch is told to the server, at most once a minute.
// What the page asks for by itself, and it asks without end, does not count there.
(() => {
  const A_MINUTE = 60000;
  let told = false;
  let since = false;
  const tell = () => {
    told = true;
    since = false;
    window.fetch('/redress/present', { method: 'POST', credentials: 'same-origin' }).catch(() => {});
    window.setTimeout(() => {
      told = false;
      if (since) {
        tell();
      }
    }, A_MINUTE);
  };
  const here = (event) => {
    if (!event.isTrusted) {
      return;
    }
    if (told) {
      since = true;
    } else {
      tell();
    }
  };
  ['keydown', 'input', 'pointerdown', 'wheel', 'touchmove'].forEach((deed) => window.addEventListener(deed, here, { capture: true, passive: true }));
  // who opens a page is there
  tell();
})();
