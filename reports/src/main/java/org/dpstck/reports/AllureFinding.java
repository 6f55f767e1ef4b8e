package org.dpstck.reports;

import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.verdict.Finding;
import org.dpstck.reports.base.Printable;

/** A finding in Allure's words: a step with the aspects of the finding as its parameters. */
final class AllureFinding {

    private AllureFinding() {}

    static StepResult step(Finding finding) {
        var kind = finding.kind() == Finding.Kind.VIOLATION ? "violates " : "warning on ";
        return new StepResult()
                .setName(Printable.line(kind + finding.requirement() + ": " + finding.observed()))
                .setStage(Stage.FINISHED)
                .setStatus(status(finding))
                .setStatusDetails(new StatusDetails()
                        .setMessage(Printable.text(finding.observed()))
                        .setTrace(Printable.text(finding.text()))
                        .setExpected(Printable.text(finding.expected()))
                        .setActual(Printable.text(finding.observed())))
                .setParameters(parameters(finding));
    }

    /** Allure has no warning; BROKEN, its yellow, is what shows it inside a case that passed. */
    static Status status(Finding finding) {
        return finding.kind() == Finding.Kind.VIOLATION ? Status.FAILED : Status.BROKEN;
    }

    private static List<Parameter> parameters(Finding finding) {
        var parameters = new ArrayList<Parameter>();
        parameter(parameters, "required", finding.clause());
        parameter(parameters, "section", finding.section() + " " + finding.anchor());
        parameter(parameters, "expected", finding.expected());
        parameter(parameters, "observed", finding.observed());
        parameter(parameters, "reading", finding.reading());
        parameter(parameters, "exchange", finding.exchange());
        parameter(parameters, "repeat", finding.repeat());
        return parameters;
    }

    private static void parameter(List<Parameter> parameters, String name, String value) {
        if (value != null) {
            parameters.add(new Parameter().setName(name).setValue(Printable.text(value)));
        }
    }
}
