package org.redress.access;

import org.springframework.security.core.AuthenticationException;

/** Whoever asks has no account any more, or not the one with which they signed in: they are asked to sign in. */
class StandsNoMore extends AuthenticationException {
    StandsNoMore() {
        super("Sign in first.");
    }
}
