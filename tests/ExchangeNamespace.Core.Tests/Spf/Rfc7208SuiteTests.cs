using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>The test suite of RFC 7208: every test, none left out.</summary>
public class Rfc7208SuiteTests
{
    private const int Tests = 203;

    [Fact]
    public async Task Every_test_of_the_suite_passes()
    {
        IReadOnlyList<Rfc7208Test> tests = Rfc7208Suite.Read(SharedData.Text("third-party/spf/rfc7208-tests.yml"));
        List<string> wrong = [];
        int preferred = 0;
        foreach (Rfc7208Test test in tests)
        {
            SpfSenderResult result = await new SpfEvaluator(test.Zone.Spf, 1).EvaluateAsync(
                SpfSender.Of(IPAddress.Parse(test.Host), test.MailFrom, test.Hello), record: null, CancellationToken.None);
            string said = result.Result.ToString().ToLowerInvariant();
            preferred += said == test.Accepted[0] ? 1 : 0;
            if (!test.Accepted.Contains(said))
            {
                wrong.Add($"{test.Name}: {said} instead of {string.Join(" or ", test.Accepted)}: {result.Reason}");
            }
            else if (test.Explanation is not null && (result.Explanation ?? "DEFAULT") != test.Explanation)
            {
                wrong.Add($"{test.Name}: says '{result.Explanation}' instead of '{test.Explanation}'");
            }
        }

        string count = FormattableString.Invariant(
            $"RFC 7208 suite: {tests.Count - wrong.Count} of {tests.Count} tests pass, {preferred} with the preferred result");
        TestContext.Current.TestOutputHelper?.WriteLine(count);
        Assert.True(wrong.Count == 0, count + "\n" + string.Join("\n", wrong));
        Assert.Equal((Tests, Tests), (tests.Count, preferred));
    }
}
