package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.envelope.lab.reference.efficient.EfficientCases;
import dev.envelope.lab.reference.efficient.LicenceCases;
import dev.envelope.lab.reference.efficient.PartnershipCases;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.Value;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Cases like the committed ones with other numbers, whose answers are closed forms, and cases that must be refused. */
class EfficientCasesTest {

    private static final BlockCases EFFICIENT = new EfficientCases();
    private static final BlockCases PARTNERS = new PartnershipCases();
    private static final BlockCases LICENCE = new LicenceCases();
    private static final String UNIT = "'type':'uniform','lo':0,'hi':1";
    private static final String VCG_TRADE =
            "'mechanism':'VCG bilateral trade with extreme-type pivots: buyer pays max(c,v_lo), seller receives min(v,c_hi)'";
    private static final String AT = "'at':{'value':0.6}";

    @Test
    void expectedExternalityOfOtherTypes() throws IOException {
        String unlike = "'mechanism':'AGV, single object','bidders':[{'value_distribution':{" + UNIT
                + "}},{'value_distribution':{'type':'uniform','lo':0,'hi':3}}]";
        // e_1 = (9 − x²)/6 and e_2 = (1 − x²)/2 for x ≤ 1.
        is((1 - 0.64) / 2 - (9 - 0.25) / 6, EFFICIENT, unlike, "payment_of_bidder_1", "'at':{'values':[0.5,0.8]}");
        String trade = "'mechanism':'AGV bilateral trade','buyer':{" + UNIT + "},'seller':{" + UNIT + "}";
        is(0.18 - 1 / 3.0, EFFICIENT, trade, "interim_utility_of_buyer", AT);
        is(0, EFFICIENT, trade, "expected_budget_surplus", "'at':{}");
        refused("no agent", EFFICIENT, unlike, "interim_utility", AT);
    }

    @Test
    void tradeAndProjectsOfOtherTypes() throws IOException {
        String apart = VCG_TRADE + ",'buyer':{'type':'uniform','lo':2,'hi':3},'seller':{" + UNIT + "}";
        is(1, EFFICIENT, apart, "expected_budget_surplus(negative=deficit)", "'at':{}");
        String project = "'mechanism':'VCG (pivot) for a public project: build iff sum of reports >= cost; agent i pays"
                + " max(0, c - sum_{j!=i} x_j) when built','cost':1,'n_agents':2,'value_distribution':{" + UNIT + "}";
        is(0.5, EFFICIENT, project, "build_probability", "'at':{}");
        is(1 / 6.0, EFFICIENT, project, "expected_deficit(cost minus payments)", "'at':{}");
        refused(
                "expected: payments that are known",
                EFFICIENT,
                project.replace("max(0,", "max(1,"),
                "expected_cost",
                AT);
        refused("setting.reserve", EFFICIENT, project + ",'reserve':0.2", "build_probability", AT);
        refused("one for a bilateral trade", EFFICIENT, apart.replace("bilateral trade", "public project"), "x", AT);
    }

    /** A trade's payments are none for a project or an object, and none that are spelled out go with the optimal basis. */
    @Test
    void aRuleIsOneOfWhatItIsSpelledOutFor() throws IOException {
        String even = "{'type':'discrete','values':[1,3],'probabilities':[0.5,0.5]}";
        String object = "'n_bidders':2,'value_distribution':" + even;
        String rule = VCG_TRADE.replace("VCG bilateral trade with extreme-type pivots", "VCG");
        String expected = "pivots that are known of finitely many types";
        refused(expected, EFFICIENT, rule + "," + object, "expected_budget_surplus", "'at':{}");
        refused(expected, EFFICIENT, rule + ",'cost':3," + object, "expected_budget_surplus", "'at':{}");
        String trade = ",'buyer':" + even + ",'seller':" + even.replace("[1,3]", "[0,2]");
        // 1 and 0, 3 and 2 trade without a deficit, 3 and 0 with one of 1.
        is(-0.25, EFFICIENT, rule + trade, "expected_budget_surplus", "'at':{}");
        refused(
                expected,
                EFFICIENT,
                rule.replace("'VCG:", "'VCG with optimal-basis pivots:") + trade,
                "expected_budget_surplus",
                "'at':{}");
    }

    @Test
    void otherPartners() throws IOException {
        String model = "'model':'two equal partners, values iid F=x^3','mechanism':'winner pays %s bid'";
        // ∫ 3y⁶ dy / x⁶
        is(0.6 * 3 / 7, PARTNERS, String.format(model, "winner\\u0027s"), "equilibrium_bid", AT);
        is(0.6 * 3 / 7, PARTNERS, String.format(model, "own"), "equilibrium_bid", AT);
        String wide =
                "'model':'two equal partners, each values the whole firm at v_i iid U[0,2]; status quo payoff v_i/2',"
                        + "'mechanism':'winner pays loser\\u0027s bid'";
        is(1 / 12.0, PARTNERS, wide, "min_over_types_of_interim_net_gain", "'at':{}");
        refused("clauses that are known", PARTNERS, wide.replace("; status", "; no status"), "equilibrium_bid", AT);
        refused(
                "the winner pays one to each of the others",
                PARTNERS,
                wide.replace("two", "three").replace("v_i/2", "v_i/3"),
                "equilibrium_bid",
                AT);
    }

    @Test
    void otherLicences() throws IOException {
        String licence = "'model':'license, v_i iid U[0,2]; the loser suffers %s; the license is always allocated',"
                + "'alpha':0.4,'mechanism':'first_price'";
        is(1.4 * 2 / 3, LICENCE, String.format(licence, "alpha * winner\\u0027s value"), "expected_revenue", AT);
        is(0.7, LICENCE, String.format(licence, "a constant loss alpha"), "equilibrium_bid", AT);
        String limit = "'model':'loser suffers alpha*winner\\u0027s value; outside option 0; license always allocated'";
        is(0.5, LICENCE, limit, "largest_alpha", AT);
        refused("a loss of", LICENCE, String.format(licence, "alpha squared"), "equilibrium_bid", AT);
        String interdependent = String.format(licence, "alpha * winner\\u0027s value");
        // -alpha*E[Y] + (1+alpha)*E[x^2/2] on [0,2]
        is(2 * (-0.2 + 1.4 / 6), LICENCE, interdependent.replace("first_price", "AGV"), "min_interim_utility", AT);
        refused(
                "interdependent",
                LICENCE,
                interdependent.replace("first_price", "VCG with optimal basis"),
                "min_interim_utility",
                AT);
    }

    private static void is(double expected, BlockCases cases, String setting, String quantity, String at)
            throws IOException {
        Value value = cases.evaluate(reference(cases, setting, quantity, at));
        assertThat(value.distance(Value.of(expected)))
                .as("%s: %s", quantity, value)
                .isLessThan(1e-12);
    }

    private static void refused(String reason, BlockCases cases, String setting, String quantity, String at)
            throws IOException {
        ReferenceCase reference = reference(cases, setting, quantity, at);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases.evaluate(reference))
                .withMessageContaining(reason);
    }

    private static ReferenceCase reference(BlockCases cases, String setting, String quantity, String at)
            throws IOException {
        String block = cases.blocks().iterator().next();
        String json = "{'cases':[{'id':'x','block':'" + block + "','setting':{" + setting + "},'quantity':'" + quantity
                + "'," + at + "}]}";
        return ReferenceFile.read(json.replace('\'', '"')).get(0);
    }
}
