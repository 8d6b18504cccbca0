package dev.envelope.lab.plot.draw;

import dev.envelope.lab.plot.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A file of pictures, whole or not there: it is written beside its place and then moved to it.
 *
 * @param path where
 * @param format what it is, by its ending
 */
public record PlotFile(Path path, Format format) {

    /** What a picture can be written as. */
    public enum Format {
        /** Scalable vector graphics. */
        SVG,
        /** Dots. */
        PNG;

        private String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        private byte[] bytes(Sheet sheet) throws IOException {
            return switch (this) {
                case SVG -> svg(sheet);
                case PNG -> png(sheet);
            };
        }
    }

    /** The file {@code path}; empty where its name ends neither in {@code .svg} nor in {@code .png}. */
    public static Optional<PlotFile> at(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith(format.ending())) {
                return Optional.of(new PlotFile(path, format));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes {@code sheet}. The same sheet gives the same bytes; a PNG does on machines with the same fonts.
     *
     * @throws IOException when it cannot be written; then what was there before is there still
     */
    public void write(Sheet sheet) throws IOException {
        byte[] bytes = format.bytes(sheet);
        Path beside = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.write(beside, bytes);
            move(beside);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ImageCanvas image(Sheet sheet) throws IOException {
        try {
            return SheetDrawing.draw(sheet, ImageCanvas::new);
        } catch (LinkageError | InternalError without) { // what Java throws where it finds no font
            throw new IOException("this Java has no fonts to draw with (expected: .svg, which needs none)", without);
        }
    }

    private static byte[] svg(Sheet sheet) {
        SvgCanvas canvas = SheetDrawing.draw(sheet, SvgCanvas::new);
        String title = sheet.sections().isEmpty() ? "" : sheet.sections().get(0).heading();
        return canvas.document(title).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(Sheet sheet) throws IOException {
        ImageCanvas canvas = image(sheet);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(canvas.image(), "png", bytes);
        return bytes.toByteArray();
    }
}
