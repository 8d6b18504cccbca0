package dev.envelope.game.forms;

/**
 * An answer to a question.
 *
 * @param name the question's name
 * @param value the answer as text: a number, a choice word for word, or whatever was typed
 */
public record FormAnswer(String name, String value) {}
