package dev.envelope.lab.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Plans that make a point as they are. Each begins with a comment for the teacher: the point in a line, then a paragraph. */
public final class Gallery {

    private static final List<String> NAMES = List.of(
            "shading",
            "truth-is-best",
            "revenue-equivalence",
            "reserve-price",
            "all-pay",
            "above-value",
            "weak-bidders-fight",
            "optimal-auction",
            "revelation-principle",
            "partners-and-strangers",
            "bilateral-trade",
            "who-sets-the-price",
            "who-pays-for-efficiency",
            "taking-part",
            "winners-curse");

    private Gallery() {}

    /**
     * A plan of the gallery.
     *
     * @param name what it is asked for by
     * @param text the plan file
     */
    public record Entry(String name, String text) {

        /** The point it makes, in a line. */
        public String point() {
            return text.lines().findFirst().orElse("").replaceFirst("^# ", "");
        }
    }

    /** All of them, the first to play first. */
    public static List<Entry> all() {
        return NAMES.stream().map(Gallery::read).toList();
    }

    /** The plan called {@code name}. */
    public static Optional<Entry> find(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Entry read(String name) {
        String resource = "/dev/envelope/lab/plans/gallery/" + name + ".yaml";
        try (InputStream stream = Gallery.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + ": missing from the program");
            }
            return new Entry(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
