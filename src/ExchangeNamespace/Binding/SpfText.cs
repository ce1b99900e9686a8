using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Mail.Spf;

namespace ExchangeNamespace.Binding;

/// <summary>SPF records as users have them: one text, a table of mail domains with a text each, or results of New-SpfRecord.</summary>
internal static class SpfText
{
    /// <summary>The text, or the texts by mail domain; of several results for a domain the first.</summary>
    public static object? Read(object? input)
    {
        object? given = Bare.Of(input);
        object?[] items = given is object[] list ? [.. list.Select(i => i is PSObject item ? item.BaseObject : i)] : [given];
        return items.Length > 0 && items.All(i => i is SpfRecordResult)
            ? items.Cast<SpfRecordResult>().GroupBy(r => r.Domain.Value).ToDictionary(g => g.Key, g => (object?)g.First().Record)
            : PlainObjectConverter.From(input);
    }
}
