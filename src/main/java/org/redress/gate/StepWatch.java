package org.redress.gate;

/** Something that looks at what the handlers of a step do, whatever its form; it can ask back, or refuse. */
public interface StepWatch {
    /** Before the handlers. */
    void begins(Submission submission);

    /** After them, before what is asked back has to be confirmed. */
    void looks(Submission submission);
}
