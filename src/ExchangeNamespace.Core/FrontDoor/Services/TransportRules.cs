using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Whether a host says the same of Strict-Transport-Security in every answer (RFC 6797).</summary>
internal static class TransportRules
{
    private const string Rule = "S25";

    private static readonly Regex MaxAge = new(@"(^|;)\s*max-age\s*=\s*""?\d{1,18}""?\s*(;|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Judges the answers of Exchange at one place.</summary>
    public static ServiceIssue? Judge(string subject, IReadOnlyCollection<ServiceAnswer> answers)
    {
        ServiceAnswer[] told = [.. answers.Where(a => a.TransportSecurity is not null)];
        if (told.Length == 0)
        {
            return null;
        }

        if (told.FirstOrDefault(a => !MaxAge.IsMatch(a.TransportSecurity!)) is { } wrong)
        {
            return Warn(subject, $"Strict-Transport-Security cannot be read by browsers: {wrong.TransportSecurity}.");
        }

        string[] values = [.. told.Select(a => a.TransportSecurity!).Distinct(StringComparer.OrdinalIgnoreCase)];
        ServiceAnswer[] silent = [.. answers.Where(a => a.TransportSecurity is null && a.IsExchange)];
        string[] names = [.. silent.Select(a => a.FrontEnd).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return values.Length > 1
            ? Warn(subject, $"Strict-Transport-Security has different values here: {string.Join("; ", values.Take(3))}.")
            : silent.Length > 0 ? Warn(subject, "Strict-Transport-Security is sent by some answers and not by others"
                + $"{(names.Length > 0 ? ", which came from " + string.Join(", ", names) : string.Empty)}.")
            : null;
    }

    private static ServiceIssue Warn(string subject, string message) => ServiceIssue.Warning(ServiceVerdict.TransportSecurity,
        TransportSecurity, subject, message, "Set the same header on the proxy, or on the default web site of every server.", Rule);
}
