using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>One thing that is to say of a service.</summary>
/// <param name="Verdict">What it makes of the service.</param>
/// <param name="Finding">The finding.</param>
internal sealed record ServiceIssue(ServiceVerdict Verdict, Finding Finding)
{
    private const string Rule = "S13";

    /// <summary>Something does not work.</summary>
    public static ServiceIssue Error(ServiceVerdict verdict, string code, string subject, string message, string remedy,
        string rule = Rule) => new(verdict, Findings.Error(code, subject, message, remedy, rule));

    /// <summary>Something is to know or to do, or could not be told.</summary>
    public static ServiceIssue Warning(ServiceVerdict verdict, string code, string subject, string message, string remedy,
        string rule = Rule) => new(verdict, Findings.Warning(code, subject, message, remedy, rule));

    /// <summary>The same with a sentence more.</summary>
    public ServiceIssue Saying(string sentence) => this with
    {
        Finding = new Finding
        {
            Code = Finding.Code,
            Severity = Finding.Severity,
            Subject = Finding.Subject,
            Message = $"{Finding.Message} {sentence}",
            Remedy = Finding.Remedy,
            Rule = Finding.Rule,
        },
    };

    /// <summary>Nothing is wrong.</summary>
    public static ServiceIssue Information(string code, string subject, string message, string remedy, string rule = Rule) =>
        new(ServiceVerdict.Healthy, Findings.Information(code, subject, message, remedy, rule));
}
