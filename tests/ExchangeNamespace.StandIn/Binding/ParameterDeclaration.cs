using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Writes a catalogued parameter as the parameter of a PowerShell function.</summary>
internal static class ParameterDeclaration
{
    private const string Space = "ExchangeNamespace.StandIn.Binding.";

    // Enumerations whose values add up: the engine reads 'IIS,SMTP' and 'IIS','SMTP' alike.
    private static readonly HashSet<string> FlagTypes = new(StringComparer.Ordinal)
    {
        "AllowedServices", "AuthMechanisms", "PermissionGroups", "MessageRateSourceFlags", "OutlookProviderFlags",
    };

    // Enumerations of which no page lists the values; any text binds.
    private static readonly HashSet<string> OpenEnumerations = new(StringComparer.Ordinal)
    {
        "ExchwebProxyDestinations", "VirtualDirectoryTypes", "ErrorPolicies", "Protocol", "RpcAuthenticationType",
        "RPCProxyAuthenticationType", "VirtualDirectoryUriScope", "ServiceState", "RequestStatus", "LoginOptions",
    };

    // Lists of such values.
    private static readonly HashSet<string> OpenLists = new(StringComparer.Ordinal)
    {
        "RecipientTypeDetails[]", "ActiveDirectoryRights[]", "ExtendedRightIdParameter[]",
    };

    /// <summary>The attributes, type and name of a parameter.</summary>
    /// <exception cref="NotSupportedException">The catalogue names a type that has no counterpart here.</exception>
    public static string Write(CmdletParameter parameter, IReadOnlyList<ParameterMembership> memberships, StandInVersion version)
    {
        var text = new StringBuilder();
        foreach (ParameterMembership membership in memberships)
        {
            text.Append("[Parameter(").Append(string.Join(", ", Arguments(parameter, membership))).Append(")]");
        }

        foreach (string alias in parameter.Aliases)
        {
            text.Append("[Alias('").Append(alias).Append("')]");
        }

        return text.Append(TypeText(parameter, version)).Append('$').Append(parameter.Name).ToString();
    }

    private static IEnumerable<string> Arguments(CmdletParameter parameter, ParameterMembership membership)
    {
        if (membership.Set != "__All")
        {
            yield return "ParameterSetName='" + membership.Set + "'";
        }

        if (membership.Mandatory)
        {
            yield return "Mandatory=$true";
        }

        if (membership.Position is { } position)
        {
            yield return "Position=" + (position - 1).ToString(CultureInfo.InvariantCulture);
        }

        if (parameter.Pipeline)
        {
            yield return "ValueFromPipeline=$true, ValueFromPipelineByPropertyName=$true";
        }
    }

    private static string TypeText(CmdletParameter parameter, StandInVersion version)
    {
        string type = parameter.TypeFor(version.Exchange);
        IReadOnlyList<string> values = parameter.ValuesFor(version.Exchange);
        if (FlagTypes.Contains(type))
        {
            return "[" + Space + "MultiValued(" + Quoted(values, "Flags=$true") + ")]";
        }

        if (type == "MultiValuedProperty")
        {
            return "[" + Space + "MultiValued(" + Quoted(values, ListRules(parameter.Name, version)) + ")]";
        }

        // The catalogue prints String for the internal host of Outlook Anywhere; it is a host like the external one.
        if (parameter.Name == "InternalHostname")
        {
            type = "Hostname";
        }

        return (values.Count > 0 ? "[ValidateSet(" + Quoted(values, string.Empty) + ")]" : string.Empty) + EngineType(type, values.Count > 0);
    }

    private static string ListRules(string name, StandInVersion version)
    {
        string element = name switch
        {
            "Bindings" => "Element='Binding'",
            "RemoteIPRanges" => "Element='AddressRange'",
            "DomainName" => "Element='Domain'",
            _ => string.Empty,
        };
        return string.Join(", ", new[] { element, version.Is2007 ? string.Empty : "Changes=$true" }.Where(rule => rule.Length > 0));
    }

    private static string EngineType(string type, bool hasValues) => type switch
    {
        "Boolean" => "[bool]",
        "SwitchParameter" => "[switch]",
        "Int32" => "[int]",
        "UInt32" => "[uint32]",
        "Uri" => "[" + Space + "AbsoluteUri()][uri]",
        "Fqdn" or "Hostname" => "[" + Space + "HostName]",
        "SmtpDomainWithSubdomains" => "[ValidatePattern('^(\\*|(\\*\\.)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)$')][string]",
        "String" => "[string]",
        "String[]" => "[string[]]",
        _ when OpenLists.Contains(type) => "[ValidateNotNullOrEmpty()][string[]]",
        "DateTime" => "[datetime]",
        "Byte[]" => "[byte[]]",
        "EnhancedTimeSpan" => "[timespan]",
        "Unlimited" => "[" + Space + "Quantity(Unlimited=$true)][string]",
        "ByteQuantifiedSize" => "[" + Space + "Quantity()][string]",
        "PSCredential" => "[pscredential]",
        "PSCredential[]" => "[pscredential[]]",
        "SecureString" => "[securestring]",
        "IPAddress" => "[ipaddress]",
        "X500DistinguishedName" => "[System.Security.Cryptography.X509Certificates.X500DistinguishedName]",
        "X509Certificate2" => "[ExchangeNamespace.StandIn.State.StandInCertificate]",
        "SmtpX509Identifier" => "[AllowEmptyString()][ValidatePattern('^$|^(<I>.+)?<S>.+')][string]",
        "LocalLongFullPath" => "[ValidatePattern('^[A-Za-z]:\\\\')][string]",
        "PSObject" => "[psobject]",
        "ServerIdParameter" or "ClientAccessServerIdParameter" or "TransportServerIdParameter" or "MailboxServerIdParameter"
            or "FrontendTransportServerIdParameter" => "[" + Space + "ServerId]",
        "VirtualDirectoryIdParameter" => "[" + Space + "VirtualDirectoryId]",
        "RecipientIdParameter[]" => "[" + Space + "ObjectId[]]",
        "ADWebServicesVirtualDirectory" or "ADOabVirtualDirectory" or "ADMobileVirtualDirectory" or "ADUMVirtualDirectory"
            or "ADAutodiscoverVirtualDirectory" or "ADRpcHttpVirtualDirectory" => "[ExchangeNamespace.StandIn.State.StandInVirtualDirectory]",
        "ClientAccessServer" or "OutlookProvider" => "[ExchangeNamespace.StandIn.State.StandInObject]",
        _ when type.EndsWith("IdParameter", StringComparison.Ordinal) => "[" + Space + "ObjectId]",
        _ when hasValues => "[string]",
        _ when OpenEnumerations.Contains(type) => "[ValidateNotNullOrEmpty()][string]",
        _ => throw new NotSupportedException("The stand-in has no counterpart of the parameter type '" + type + "'."),
    };

    private static string Quoted(IReadOnlyList<string> values, string named)
    {
        IEnumerable<string> parts = values.Select(value => "'" + value + "'");
        return string.Join(", ", named.Length == 0 ? parts : parts.Append(named));
    }
}
