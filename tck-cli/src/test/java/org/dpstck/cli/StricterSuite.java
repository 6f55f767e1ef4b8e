package org.dpstck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.dataplane.DataPlaneSuite;

/** The suite for data planes with one rule more: the answer to start has a receipt. */
final class StricterSuite implements Suite {

    private final DataPlaneSuite suite = new DataPlaneSuite();

    @Override
    public String role() {
        return suite.role();
    }

    @Override
    public List<Class<?>> cases() {
        return suite.cases();
    }

    @Override
    public Edition edition(Editions editions, String id, String form) {
        var plain = suite.edition(editions, id, form);
        var schemas = new LinkedHashMap<>(plain.schemas());
        var file = plain.operation("start").answer().message() + ".schema.json";
        var schema = new LinkedHashMap<>(schemas.get(file));
        var required = new ArrayList<Object>((List<?>) schema.getOrDefault("required", List.of()));
        required.add("receipt");
        schema.put("required", required);
        schemas.put(file, schema);
        return with(plain, schemas);
    }

    @Override
    public SuiteSession open(RunContext run) {
        return suite.open(run);
    }

    private static Edition with(Edition plain, Map<String, Map<String, Object>> schemas) {
        return new Edition(
                plain.id(),
                plain.title(),
                plain.document(),
                plain.defaults(),
                plain.conventions(),
                plain.registration(),
                plain.authorization(),
                plain.operations(),
                plain.callbacks(),
                plain.retrievals(),
                plain.profiles(),
                plain.messages(),
                plain.machine(),
                plain.requirements(),
                plain.positions(),
                schemas,
                plain.transfers(),
                plain.responseChannel());
    }
}
