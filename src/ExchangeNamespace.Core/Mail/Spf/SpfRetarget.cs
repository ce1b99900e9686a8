using System;
using System.Linq;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Writes terms that mean the domain of their record so that they mean the same in the record of another domain.</summary>
internal static class SpfRetarget
{
    private static readonly string[] OwnNames = ["a", "mx", "ptr"];

    public static string To(string record, string domain) => string.Join(" ", record.Split(' ').Select(t => Term(t, domain)));

    public static string Term(string term, string domain)
    {
        int start = term.Length > 0 && term[0] is '+' or '-' or '~' or '?' ? 1 : 0;
        int slash = term.IndexOf('/');
        string name = term.Substring(start, (slash < 0 ? term.Length : slash) - start);
        return OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? term.Substring(0, start) + name + ":" + domain + (slash < 0 ? string.Empty : term.Substring(slash))
            : term;
    }
}
