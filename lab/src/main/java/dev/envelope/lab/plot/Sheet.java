package dev.envelope.lab.plot;

import java.util.List;

/**
 * Pictures that are shown together.
 *
 * @param sections in order from top to bottom
 */
public record Sheet(List<Section> sections) {

    /**
     * The pictures of one game.
     *
     * @param heading which game it is
     * @param pictures side by side
     */
    public record Section(String heading, List<Picture> pictures) {

        /** Copies the list. */
        public Section {
            pictures = List.copyOf(pictures);
        }
    }

    /** Copies the list and leaves out what has no picture. */
    public Sheet {
        sections = sections.stream()
                .filter(section -> !section.pictures().isEmpty())
                .toList();
    }

    /** Whether there is nothing to see. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }
}
