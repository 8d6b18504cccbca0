package dev.envelope.game.forms;

/** The pages around the rounds, in the order in which people meet them. */
public enum FormKind {
    /** What one agrees to before taking part. */
    CONSENT,
    /** What is played, to be read. */
    INSTRUCTIONS,
    /** Questions on the instructions. */
    COMPREHENSION,
    /** Questions after the last round. */
    QUESTIONNAIRE
}
