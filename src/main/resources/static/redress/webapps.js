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
