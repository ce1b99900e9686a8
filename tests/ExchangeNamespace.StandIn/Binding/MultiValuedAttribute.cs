using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Turns an argument into a list of strings and checks each; null clears the list.</summary>
/// <param name="values">The only values allowed; none means any.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed partial class MultiValuedAttribute(params string[] values) : ArgumentTransformationAttribute
{
    /// <summary>The only values allowed, in the casing that is stored.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>True for a flags enumeration, where one string may hold several names, and null is no value.</summary>
    public bool Flags { get; set; }

    /// <summary>True where <c>@{Add=...; Remove=...}</c> is understood.</summary>
    public bool Changes { get; set; }

    /// <summary>What an element must be: <c>Binding</c>, <c>AddressRange</c>, <c>Domain</c>, or empty for any text.</summary>
    public string Element { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Unwrap(inputData);
        return value switch
        {
            null when Flags => throw Reject("null"),
            null => null!,
            IDictionary change when Changes => Change(change),
            IDictionary => throw Reject("a hashtable"),
            _ => Elements(value).ToArray(),
        };
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static ArgumentTransformationMetadataException Reject(string value) =>
        new("The value " + value + " is not allowed here.");

    private MultiValueChange Change(IDictionary change)
    {
        foreach (object key in change.Keys)
        {
            if (key is not string name || (!Is(name, "Add") && !Is(name, "Remove") && !Is(name, "@odata.type")))
            {
                throw Reject("'" + key + "'");
            }
        }

        return new MultiValueChange(
            [.. Elements(Unwrap(change["Add"]))],
            [.. Elements(Unwrap(change["Remove"]))]);
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Elements(object? value)
    {
        IEnumerable<object?> items = value switch
        {
            null => [],
            string text => [text],
            IEnumerable list => list.Cast<object?>(),
            _ => [value],
        };
        foreach (object? item in items)
        {
            string text = (string)LanguagePrimitives.ConvertTo(item, typeof(string), System.Globalization.CultureInfo.InvariantCulture);
            foreach (string part in Flags ? text.Split(',') : [text])
            {
                yield return Check(Flags ? part.Trim() : part);
            }
        }
    }

    private string Check(string text)
    {
        bool valid = text.Length > 0 && Element switch
        {
            "Binding" => IsBinding(text),
            "AddressRange" => IsAddressRange(text),
            "Domain" => HostName.IsValid(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text),
            _ => true,
        };
        string? known = Values.Count == 0 ? text : Values.FirstOrDefault(v => Is(v, text));
        return valid && known is not null ? known : throw Reject("'" + text + "'");
    }

    private static bool IsBinding(string text) => BindingForm().Match(text) is { Success: true } match
        && IPAddress.TryParse(match.Groups[1].Value.Trim('[', ']'), out _)
        && int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) is > 0 and < 65536;

    private static bool IsAddressRange(string text)
    {
        string[] ends = text.Split('-');
        if (ends.Length == 2)
        {
            return IPAddress.TryParse(ends[0], out _) && IPAddress.TryParse(ends[1], out _);
        }

        string address = text.Split('/')[0].Split('(')[0];
        return ends.Length == 1 && IPAddress.TryParse(address, out _);
    }

    [GeneratedRegex(@"^(\[[0-9a-f:]+\]|[0-9.]+):([0-9]{1,5})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BindingForm();
}
