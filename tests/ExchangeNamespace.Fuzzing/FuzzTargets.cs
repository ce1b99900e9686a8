using System.Collections.Generic;
using ExchangeNamespace.Fuzzing.Targets;

namespace ExchangeNamespace.Fuzzing;

/// <summary>The targets: one row for each reader.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("capture", CaptureTarget.Read, "Get-*.xml"),
        new("plan", PlanTarget.Read),
        new("design", DesignTarget.Read, "*.json"),
        new("json", JsonTarget.Read, "*.json"),
        new("baseline", BaselineTarget.Read),
        new("certificate", CertificateTarget.Read, "*.pem"),
        new("spf", SpfTarget.Read),
        new("name", NameTarget.Read),
        new("version", VersionTarget.Read),
        new("http", HttpTarget.Read),
        new("autodiscover", AutodiscoverTarget.Read),
        new("policy", PolicyTarget.Read),
        new("smtp", SmtpTarget.Read),
        new("service", ServiceTarget.Read),
        new("iis", IisTarget.Read, "*.config"),
        new("setspn", SetSpnTarget.Read),
        new("script", ScriptTarget.Read, "*.ps1"),
        new("literal", LiteralTarget.Read),
    ];
}
