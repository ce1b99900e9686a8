using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Who may use whom: a row for each namespace, and what each row leaves out is refused.</summary>
internal static class LayerRules
{
    private const string Root = "ExchangeNamespace";
    private const string Engine = "System.Management.Automation";

    private static readonly string[] Core =
    [
        "Model", "Catalog", "Requests", "Planning", "Emission", "Verification", "Spf", "Certificates", "Dns", "MailFlow", "MailChecks", "Routing", "Autodiscover", "Cluster", "Builds", "Scripts", "State", "Comparison", "Resources",
    ];

    /// <summary>Namespaces below the root, and libraries beside the base library, that a namespace may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Model"] = ["Resources"],
        ["Catalog"] = ["Model", "Resources"],
        ["Requests"] = ["Model", "Catalog", "Resources"],
        ["Planning"] = ["Model", "Catalog", "Resources"],
        ["Emission"] = ["Model", "Catalog", "Resources"],
        ["Verification"] = ["Model", "Catalog", "Resources"],
        ["Spf"] = ["Model", "Verification", "Dns", "Resources"],
        ["Certificates"] = ["Model", "Catalog", "Requests", "Emission", "Verification", "State", "Resources"],
        ["Dns"] = ["Model", "Catalog", "Emission", "Resources"],
        ["MailFlow"] = ["Model", "Catalog", "Emission", "State", "Resources"],
        ["MailChecks"] = ["Model", "Verification", "Spf", "Resources"],
        ["Routing"] = ["Model", "Catalog", "State", "Resources"],
        ["Autodiscover"] = ["Model", "Verification", "Routing", "State", "Resources"],
        ["Cluster"] = ["Model", "Catalog", "Emission", "Resources"],
        ["Builds"] = ["Model", "Catalog", "Resources"],
        ["Scripts"] = ["Model", "Catalog", "Resources"],
        ["State"] = ["Model", "Catalog", "Resources"],
        ["Comparison"] = ["Model", "Catalog", "Emission", "State", "Resources"],
        ["Resources"] = [],
        ["Network"] = ["Model", "Verification", "Loading", "Resources", "DnsClient"],
        ["CertificateFormats"] = ["Model", "Certificates", "Loading", "Resources", "BouncyCastle.Cryptography", "System.Formats.Asn1"],
        ["Tls"] = ["Model", "Verification", "Resources"],
        ["Mail"] = ["Model", "Verification", "Tls", "Loading", "Resources", "MailKit", "MimeKit"],
        ["ScriptParsing"] = ["Model", "Catalog", "Scripts", "Resources", Engine],
        ["Serialization"] = ["Model", "Catalog", "Loading", "Resources", "Newtonsoft.Json"],
        ["Cmdlets"] = [.. Core, "Binding", "Errors", "Serialization", "Network", "Tls", "CertificateFormats", "Mail", "ScriptParsing", Engine],
        ["Binding"] = [.. Core, "Errors", Engine],
        ["Errors"] = [.. Core, Engine],
        ["Loading"] = [Engine],
    };

    /// <summary>Whether the table lets one type use another.</summary>
    /// <param name="user">The type that uses.</param>
    /// <param name="used">The type that is used.</param>
    public static bool Allows(UsedType user, UsedType used)
    {
        string from = Layer(user);
        if (!Allowed.TryGetValue(from, out string[]? allowed))
        {
            return false;
        }

        string to = IsOurs(used) ? Layer(used) : used.Assembly;
        return to == from || to == "netstandard" || IsLanguageSupport(used) || allowed.Contains(to, StringComparer.Ordinal);
    }

    // Attributes that the compiler or PolySharp writes into our own assemblies.
    private static bool IsLanguageSupport(UsedType type) =>
        type.Assembly.StartsWith(Root, StringComparison.Ordinal) && !IsOurs(type);

    private static bool IsOurs(UsedType type) =>
        type.Namespace == Root || type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal);

    private static string Layer(UsedType type) =>
        type.Namespace.Length > Root.Length ? type.Namespace[(Root.Length + 1)..].Split('.')[0] : "";
}
