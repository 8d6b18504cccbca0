package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * By which rules a call market is cleared.
 *
 * @param rules the mechanism
 * @param text the mechanism in the file's words, in small letters
 * @param weight the weight of the upper end of the price interval, where the setting states one
 */
record CallTerms(Rules rules, String text, OptionalDouble weight) {

    static CallTerms of(Setting setting) {
        String text = setting.text("mechanism", "").toLowerCase(Locale.ROOT);
        return new CallTerms(CallMarketSetting.rules(setting, text), text, CallMarketSetting.weight(setting, text));
    }

    /** k where it matters: stated in the setting, or with what is asked. */
    double k(ReferenceCase reference) {
        if (rules == Rules.BUYERS_BID || rules == Rules.SELLERS_OFFER) {
            return rules == Rules.BUYERS_BID ? 1 : 0;
        }
        return reference.at().has("k")
                ? reference.at().number("k")
                : weight.orElseThrow(
                        () -> reference.setting().wrong("k", "the weight that the price gives to its upper end"));
    }
}
