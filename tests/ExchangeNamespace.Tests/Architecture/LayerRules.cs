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
        "Model", "Catalog", "Requests", "Planning", "Emission", "Verification", "Spf", "Certificates", "Dns", "MailFlow", "MailChecks", "Routing", "Autodiscover", "Cluster", "Builds", "Scripts", "State", "Comparison",
    ];

    /// <summary>Namespaces below the root, and libraries beside the base library, that a namespace may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Catalog"] = ["Model"],
        ["Requests"] = ["Model", "Catalog"],
        ["Planning"] = ["Model", "Catalog"],
        ["Emission"] = ["Model", "Catalog"],
        ["Verification"] = ["Model"],
        ["Spf"] = ["Model", "Verification", "Dns"],
        ["Certificates"] = ["Model", "Catalog", "Requests", "Emission", "Verification", "State"],
        ["Dns"] = ["Model", "Catalog", "Emission"],
        ["MailFlow"] = ["Model", "Catalog", "Emission", "State"],
        ["MailChecks"] = ["Model", "Verification", "Spf"],
        ["Routing"] = ["Model", "Catalog", "State"],
        ["Autodiscover"] = ["Model", "Verification", "Routing", "State"],
        ["Cluster"] = ["Model", "Catalog", "Emission"],
        ["Builds"] = ["Model", "Catalog"],
        ["Scripts"] = ["Model", "Catalog"],
        ["State"] = ["Model", "Catalog"],
        ["Comparison"] = ["Model", "Catalog", "Emission", "State"],
        ["Network"] = ["Model", "Verification", "Tls", "Loading", "DnsClient"],
        ["CertificateFormats"] = ["Model", "Certificates", "Loading", "BouncyCastle.Cryptography"],
        ["Tls"] = ["Model", "Verification"],
        ["Mail"] = ["Model", "Verification", "Tls", "Loading", "MailKit", "MimeKit"],
        ["ScriptParsing"] = ["Catalog", "Scripts", Engine],
        ["Serialization"] = ["Model", "Catalog", "Loading", "Newtonsoft.Json"],
        ["Cmdlets"] = [.. Core, "Binding", "Errors", "Serialization", "Network", "Tls", "CertificateFormats", "Mail", "ScriptParsing", Engine],
        ["Binding"] = ["Model", "Catalog", "Requests", "Emission", "Certificates", "State", "Errors", Engine],
        ["Errors"] = ["Model", Engine],
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

    // Attributes that the compiler writes into our own assemblies, and those of Core/LanguageSupport.
    private static bool IsLanguageSupport(UsedType type) =>
        type.Assembly.StartsWith(Root, StringComparison.Ordinal) && !IsOurs(type);

    private static bool IsOurs(UsedType type) =>
        type.Namespace == Root || type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal);

    private static string Layer(UsedType type) =>
        type.Namespace.Length > Root.Length ? type.Namespace[(Root.Length + 1)..].Split('.')[0] : "";
}
