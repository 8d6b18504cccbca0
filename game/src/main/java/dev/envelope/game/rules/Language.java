package dev.envelope.game.rules;

import java.util.Locale;

/** The languages that people are spoken to in. */
public enum Language {
    /** English. */
    ENGLISH(Locale.ENGLISH),
    /** Chinese in simplified characters. */
    CHINESE(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale of its message catalogue. */
    Locale locale() {
        return locale;
    }
}
