using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Serialization;

/// <summary>Recognises a file of the module that was given to the wrong command, so that one error names the right one.</summary>
internal static class FileKind
{
    /// <summary>What a baseline holds.</summary>
    public const string BaselineMember = "problems";

    private static readonly string[] OfPlans = ["serviceSets", "servers", "certificates", "dnsRecords"];

    /// <summary>The fault of a capture, which is XML; null for everything else.</summary>
    public static InputFault? Capture(string text)
    {
        string start = text.Length > 200 ? text.Substring(0, 200) : text;
        return start.IndexOf("<Objs", StringComparison.Ordinal) < 0
            ? null
            : Other("holds captured settings of Exchange. Import-ExchangeState reads it.");
    }

    /// <summary>The fault of a plan that is read as a design; null for everything else.</summary>
    public static InputFault? Plan(IReadOnlyDictionary<string, object?> members) => OfPlans.All(members.ContainsKey)
        ? Other("is a plan file. Import-NamespacePlan reads it; Get-NamespacePlan reads design files.")
        : null;

    /// <summary>The fault of a design that is read as a plan; null for everything else.</summary>
    public static InputFault? Design(IReadOnlyDictionary<string, object?> members) =>
        members.ContainsKey("externalHost") && !OfPlans.Any(members.ContainsKey)
            ? Other("is a design file. Get-NamespacePlan -Path makes a plan of it; Import-NamespacePlan reads plan files.")
            : null;

    /// <summary>The fault of any other document that is read as a baseline; null for a baseline.</summary>
    public static InputFault? NotBaseline(IReadOnlyDictionary<string, object?> members) => members.ContainsKey(BaselineMember) ? null
        : Other("is no baseline of Test-Namespace. Give another path: a baseline is begun where there is no file.");

    private static InputFault Other(string message) => new(FaultIds.FileOfOtherKind, string.Empty, null, $"The file {message}");
}
