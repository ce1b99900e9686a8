using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>A refusal is usable: a listed id, a message that hides nothing, the parameter and the value.</summary>
internal static class FaultProof
{
    private static readonly HashSet<string> Ids = [.. typeof(FaultIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    public static void Prove(IReadOnlyList<InputFault> faults, string value)
    {
        Assert.NotEmpty(faults);
        foreach (InputFault fault in faults)
        {
            Assert.Contains(fault.Id, Ids);
            Assert.NotEmpty(fault.Message);
            Assert.True(fault.Parameter.Length > 0 || value.Length == 0, fault.ToString());
            LineProof.AssertPrintable(fault.Message);
            LineProof.AssertPrintable(fault.Parameter);
        }

        Assert.True(faults.Any(f => Carries(f, value)), "No fault carries the value: " + string.Join("; ", faults));
    }

    /// <summary>
    /// The value itself, the part of it that was refused, or what the text was read as; a fault about a server names it in the message,
    /// a contradiction has two values, of which the text may be the other,
    /// and a blank cell states nothing.
    /// </summary>
    private static bool Carries(InputFault fault, string value) => fault.Value switch
    {
        _ when fault.Id is FaultIds.SiteContradiction or FaultIds.InputContradiction or FaultIds.SslOffloadingWithExtendedProtection => true,
        _ when fault.Id == FaultIds.ServerSiteUnknown && string.IsNullOrWhiteSpace(value) => true,
        _ when Quoted(fault.Message).Any(q => Shown(value).Any(s => s.Contains(q, StringComparison.Ordinal))) => true,
        string text => text.Contains(value, StringComparison.OrdinalIgnoreCase) || value.Contains(text, StringComparison.OrdinalIgnoreCase),
        null => true,
        IEnumerable<string> texts => texts.Any(t => value.Contains(t, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>Cut short as in a message, and whole: what was read may be the end of a long text.</summary>
    private static string[] Shown(string value) => [VisibleText.Short(value), VisibleText.Of(value, int.MaxValue)];

    private static IEnumerable<string> Quoted(string message) => Regex.Matches(message, "'([^']+)'").Select(m => m.Groups[1].Value);
}
