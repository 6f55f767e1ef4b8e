package org.dpstck.reports.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status for an unknown id is refused with HTTP 4xx                              | 4??
                    prepare is answered with HTTP 200 and PREPARED, or with HTTP 202 and PREPARING | 200 202
                    resume without its token is accepted, or refused with HTTP 4xx                 | 2?? 4??
                    a token that was replaced is good or is refused with HTTP 4xx                  | 2?? 4??
                    HTTP 401 or 403 for a token that is wrong                                      | 401 403
                    HTTP 400, 404 or HTTP 409                                                      | 400 404 409
                    HTTP 200 of a flow that was refused with HTTP 409 before                       | 200
                    the state TERMINATED                                                           | ''
                    """)
    void whatAnExpectationCallsRight(String expected, String statuses) {
        assertThat(String.join(" ", Demand.statuses(expected))).isEqualTo(statuses);
    }
}
