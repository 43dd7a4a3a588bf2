package org.redress.engine;

import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** What the engine keeps of an account beside its names, and tells nobody. */
public final class KeptAccount {
    private KeptAccount() {}

    /** Whether it was not saved yet. */
    public static boolean isNew(User user) {
        return ((UserEntity) user).getRevision() == 0;
    }

    /** What is mixed into its password before that is kept: another one after each change of it. */
    public static @Nullable String salt(@Nullable User user) {
        return user instanceof UserEntity known ? known.getSalt() : null;
    }

    /** Its password as it is kept. */
    public static @Nullable String password(@Nullable User user) {
        return user instanceof UserEntity known ? known.getPassword() : null;
    }

    /** Whether one account was read from the row of the other: every account has a salt of its own, and what it was read with is what it is saved with. */
    public static boolean same(User account, User known) {
        return Objects.equals(salt(account), salt(known)) && Objects.equals(password(account), password(known));
    }
}
