using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>
/// One default for all authentication methods of Outlook Anywhere, or each by itself: the parameter set takes both, the cmdlet does not.
/// </summary>
internal static class AuthenticationRules
{
    private const string Default = "DefaultAuthenticationMethod";

    private static readonly string[] Single =
    [
        "ClientAuthenticationMethod", "ExternalClientAuthenticationMethod", "InternalClientAuthenticationMethod",
        "IISAuthenticationMethods",
    ];

    public static void Check(FindingSink sink, CommandBinding binding)
    {
        if (binding.Cmdlet.Name != "Set-OutlookAnywhere" || !binding.Named.Keys.Any(p => p.Name == Default))
        {
            return;
        }

        List<string> others = [.. binding.Named.Keys.Where(p => Single.Contains(p.Name, StringComparer.Ordinal)).Select(p => "-" + p.Name)];
        if (others.Count > 0)
        {
            sink.Error(
                ScriptFindingCodes.DefaultWithSingleMethods, binding.Command.NameSpan, Default,
                $"-{Default} sets every authentication method, and {binding.Cmdlet.Name} does not take it together with "
                + $"{FindingSink.Join(others)}.",
                $"Give -{Default} alone, or the single methods alone.");
        }
    }
}
