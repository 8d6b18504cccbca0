package dev.envelope.theory.audit.played;

import dev.envelope.theory.commonvalue.SignalModel;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** How a common value and signals of it are drawn, also given one of the signals. */
interface SignalDraws {

    double lowest();

    double highest();

    /** Signals between which bids are smooth. */
    List<Double> kinks();

    /** How far the others' signals can tell one bidder something. */
    double spread(double signal);

    Draw draw(DoubleSupplier uniforms);

    Draw given(int agent, double signal, DoubleSupplier uniforms);

    /** A value, and signals that are independent given it. */
    record OfValue(SignalModel signals, int bidders) implements SignalDraws {

        private static final int TRIES = 100_000;

        @Override
        public double lowest() {
            return signals.lowestSignal();
        }

        @Override
        public double highest() {
            return signals.highestSignal();
        }

        @Override
        public List<Double> kinks() {
            return signals.kinks();
        }

        @Override
        public double spread(double signal) {
            return signals.to(signal) - signals.from(signal);
        }

        @Override
        public Draw draw(DoubleSupplier uniforms) {
            double range = signals.highestValue() - signals.lowestValue();
            return around(signals.lowestValue() + range * uniforms.getAsDouble(), uniforms);
        }

        /** By rejection: of the values that can send it, the lowest does so most likely. */
        @Override
        public Draw given(int agent, double signal, DoubleSupplier uniforms) {
            double from = signals.from(signal);
            double to = signals.to(signal);
            double most = signals.density(signal, from);
            double value = from;
            for (int i = 0; i < TRIES; i++) {
                value = from + (to - from) * uniforms.getAsDouble();
                if (uniforms.getAsDouble() * most <= signals.density(signal, value)) {
                    break;
                }
            }
            return around(value, uniforms).with(agent, List.of(signal));
        }

        private Draw around(double value, DoubleSupplier uniforms) {
            List<List<Double>> types = new ArrayList<>();
            for (int i = 0; i < bidders; i++) {
                types.add(List.of(signals.quantile(uniforms.getAsDouble(), value)));
            }
            return new Draw(types, value);
        }
    }

    /** Wallets, and all that is in them. */
    record OfWallets(ValueDistribution wallet, int bidders) implements SignalDraws {

        @Override
        public double lowest() {
            return wallet.lower();
        }

        @Override
        public double highest() {
            return wallet.upper();
        }

        @Override
        public List<Double> kinks() {
            return wallet.kinks();
        }

        @Override
        public double spread(double signal) {
            return wallet.upper() - wallet.lower();
        }

        @Override
        public Draw draw(DoubleSupplier uniforms) {
            List<List<Double>> types = new ArrayList<>();
            for (int i = 0; i < bidders; i++) {
                types.add(List.of(wallet.quantile(uniforms.getAsDouble())));
            }
            return together(types);
        }

        @Override
        public Draw given(int agent, double signal, DoubleSupplier uniforms) {
            return together(draw(uniforms).with(agent, List.of(signal)).types());
        }

        private static Draw together(List<List<Double>> types) {
            return new Draw(
                    types, types.stream().mapToDouble(type -> type.get(0)).sum());
        }
    }
}
