package dev.envelope.lab.plot.game;

import dev.envelope.lab.game.SolutionText;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pictures of a solved game. */
public final class SolutionPlot {

    private SolutionPlot() {}

    /** Of {@code kinds}, those that make sense of {@code solved}. */
    public static Sheet.Section of(SolvedGame solved, Set<GamePicture> kinds) {
        List<Picture> pictures = new ArrayList<>();
        for (GamePicture kind : GamePicture.values()) {
            if (kinds.contains(kind)) {
                pictures.addAll(kind.of(solved));
            }
        }
        return new Sheet.Section(SolutionText.heading(solved), pictures);
    }
}
