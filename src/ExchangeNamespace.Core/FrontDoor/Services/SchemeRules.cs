using System;
using System.Collections.Generic;
using System.Linq;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Which authentication schemes a challenge offers, against the plan, the captured settings, and what the servers offer.</summary>
internal static class SchemeRules
{
    private const string Token = "Bearer";
    private const string Rule = "S25";

    /// <summary>Judges a challenge.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="subject">The service and the place.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="direct">What the servers behind a host offered when they were asked themselves, by name.</param>
    public static ServiceIssue? Judge(ServiceQuestion question, string subject, ServiceAnswer answer,
        IReadOnlyDictionary<string, IReadOnlyList<string>> direct)
    {
        if (answer.Code != 401 || answer.IsSessionProxy)
        {
            return null;
        }

        if (answer.Schemes.Count == 0)
        {
            return Gone(subject, "The challenge offers no scheme, so no client can log on.");
        }

        if (question.Expectation.HasLogonPage)
        {
            return null;
        }

        string offered = string.Join(", ", answer.Schemes);
        foreach (string server in direct.Keys.OrderBy(n => n, StringComparer.OrdinalIgnoreCase))
        {
            string[] taken = [.. Less(direct[server], answer.Schemes).Where(s => !Is(s, Token))];
            if (taken.Length > 0)
            {
                return Gone(subject, $"{Names(taken)} is gone: {server} offers it when it is asked itself, and here the challenge offers "
                    + $"{offered}. What stands between changes it.");
            }
        }

        ExpectedSchemes expected = question.Schemes;
        return Less(expected.Stated, answer.Schemes) is { Length: > 0 } missing
                ? Gone(subject, $"{Names(missing)} is not offered, which the plan or the captured settings have; the challenge offers "
                    + $"{offered}.")
            : Less(expected.Usual, answer.Schemes) is { Length: > 0 } unusual ? ServiceIssue.Warning(ServiceVerdict.SchemesDiffer,
                SchemeNotOffered, subject, $"{Names(unusual)} is not offered, which setup leaves on; the challenge offers {offered}.",
                "Capture the settings and give -State, or ask the servers themselves with -Server: that shows whether it was switched off "
                    + "or is taken away on the way.", Rule)
            : expected.IsWhole && Less(answer.Schemes, [.. expected.Stated, Token]) is { Length: > 0 } added ? ServiceIssue.Warning(
                ServiceVerdict.SchemesDiffer, SchemeAdded, subject,
                $"{Names(added)} is offered, which the captured settings do not have.",
                "Find out whether the settings changed after the capture, or a proxy writes its own challenge.", Rule)
            : null;
    }

    private static ServiceIssue Gone(string subject, string message) => ServiceIssue.Error(ServiceVerdict.SchemesDiffer, SchemeGone,
        subject, message, "Let the proxy pass WWW-Authenticate on unchanged, and compare the authentication of the virtual directory with "
            + "the plan.", Rule);

    private static string[] Less(IEnumerable<string> all, IEnumerable<string> taken) =>
        [.. all.Except(taken, StringComparer.OrdinalIgnoreCase)];

    private static string Names(string[] schemes) => string.Join(" and ", schemes);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
