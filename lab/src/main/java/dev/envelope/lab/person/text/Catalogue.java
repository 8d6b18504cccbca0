package dev.envelope.lab.person.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What the terminal says, in one language. */
public final class Catalogue {
    private final Language language;
    private final Properties texts;

    private Catalogue(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** A language the terminal speaks. */
    public enum Language {
        /** English. */
        EN,
        /** Chinese. */
        ZH
    }

    /** The texts in {@code language}. */
    public static Catalogue of(Language language) {
        String name = "words_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + ": missing from the program (expected: beside Catalogue)");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Catalogue(language, texts);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The language of the texts, as the rules of a game know it. */
    public dev.envelope.game.rules.Language language() {
        return switch (language) {
            case EN -> dev.envelope.game.rules.Language.ENGLISH;
            case ZH -> dev.envelope.game.rules.Language.CHINESE;
        };
    }

    /** The text called {@code key} with {@code arguments} in its places. */
    public String text(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("key: " + key + " (expected: one of the catalogue's)");
        }
        Object[] asText = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            asText[i] = String.valueOf(arguments[i]); // numbers are shown as they are, without grouping
        }
        return MessageFormat.format(pattern.replaceAll("(?<!')'(?!')", "''"), asText);
    }

    /** A role's name: translated if it is one that a plan has without naming it, as the plan writes it otherwise. */
    public String role(String name) {
        String key = "role." + name;
        return has(key) ? text(key) : name;
    }

    /** Whether there is a text called {@code key}. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The keys of all texts, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
