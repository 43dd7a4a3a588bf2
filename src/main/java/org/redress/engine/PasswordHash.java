package org.redress.engine;

/** How passwords are kept. */
public interface PasswordHash {
    /** What stands before a password that is kept so, in braces. */
    String hashAlgorithmName();

    String encrypt(String password);

    /** Whether a password, with its salt, is the one that is kept. */
    boolean check(String password, String kept);
}
