package dev.envelope.lab.command.option;

import dev.envelope.bots.StrategyNames;
import dev.envelope.game.strategy.Strategy;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A house strategy as a command line names it.
 *
 * @param name the name
 * @param source makes one for each seat
 */
record StrategyOption(String name, Supplier<Strategy> source) {

    /** Reads the name. */
    static final class Converter implements ITypeConverter<StrategyOption> {
        @Override
        public StrategyOption convert(String name) {
            try {
                return new StrategyOption(name, StrategyNames.parse(name));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(String.valueOf(unknown.getMessage()));
            }
        }
    }
}
