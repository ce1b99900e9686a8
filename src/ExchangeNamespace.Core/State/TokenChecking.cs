using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.State;

/// <summary>
/// Which servers have Extended Protection on, by their virtual directories: Allow and Require show that it is on. None does not show that
/// it is off: a capture may hold what the directory says and not what the web server does.
/// </summary>
internal static class TokenChecking
{
    private static readonly string[] Checks = ["Allow", "Require"];

    public static HashSet<string> Servers(IEnumerable<CapturedService> directories) => new(
        directories
            .Where(d => d.Setting("ExtendedProtectionTokenChecking").Value is { } values
                && values.Any(v => Checks.Contains(v, StringComparer.OrdinalIgnoreCase)))
            .Select(d => d.Server),
        StringComparer.OrdinalIgnoreCase);
}
