using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates;

/// <summary>Judges what is stated for the order of an ACME client, and refuses what an order cannot honour.</summary>
internal sealed class AcmeOrderReader(CertificateRequestInput input, int defaultKeySize, ICollection<InputFault> faults)
{
    private const string ChallengePrefix = "_acme-challenge.";
    private const int LongestProvider = 64;
    private const int LongestAddress = 2000;

    /// <summary>The order's options; null for a form that is no order.</summary>
    public AcmeOrderOptions? Read()
    {
        if (AcmeClient.Of(input.Form) is not { } client)
        {
            OnlyOfOrders(input.DnsProvider, nameof(input.DnsProvider));
            OnlyOfOrders(input.ChallengeAlias, nameof(input.ChallengeAlias));
            OnlyOfOrders(input.Contact, nameof(input.Contact));
            OnlyOfOrders(input.AcmeDirectory, nameof(input.AcmeDirectory));
            return null;
        }

        RefuseUnused(client);
        return new AcmeOrderOptions
        {
            Client = client,
            DnsProvider = Provider(input.DnsProvider),
            ChallengeAlias = Alias(input.ChallengeAlias, client),
            Contact = Contact(input.Contact),
            Directory = Directory(input.AcmeDirectory),
        };
    }

    private void OnlyOfOrders(string? value, string parameter)
    {
        if (value is not null)
        {
            Refuse(FaultIds.InputContradiction, parameter, value,
                "goes with an order only: -As PoshAcme, WinAcme, Lego or Certbot.");
        }
    }

    /// <summary>An authority that proves domains alone leaves the subject out, and Exchange makes no request.</summary>
    private void RefuseUnused(AcmeClient client)
    {
        foreach ((string parameter, string? value) in new[]
        {
            (nameof(input.Country), input.Country), (nameof(input.StateOrProvince), input.StateOrProvince),
            (nameof(input.Locality), input.Locality), (nameof(input.Organization), input.Organization),
            (nameof(input.OrganizationalUnit), input.OrganizationalUnit),
        })
        {
            if (value is not null)
            {
                Refuse(FaultIds.InputContradiction, parameter, value,
                    $"has no effect on an order with {client.Name}: the authority proves the names alone. Leave it out.");
            }
        }

        foreach ((string parameter, object? value) in new[]
        {
            (nameof(input.RequestPath), (object?)input.RequestPath), (nameof(input.CertificatePath), input.CertificatePath),
            ("Service", input.Services), (nameof(input.ExchangeVersion), input.ExchangeVersion),
        })
        {
            if (value is not null)
            {
                Refuse(FaultIds.InputContradiction, parameter, value,
                    $"is for lines of the Exchange Management Shell; {client.Name} makes the request itself. Leave it out.");
            }
        }

        if (input.FriendlyName is { } friendly && client.CarriesFriendlyName?.Invoke(friendly) != true)
        {
            Refuse(client.CarriesFriendlyName is null ? FaultIds.InputContradiction : FaultIds.TextNotForCmd, nameof(input.FriendlyName),
                friendly, client.CarriesFriendlyName is null
                    ? $"cannot be stated in an order with {client.Name}. Leave it out."
                    : $"'{VisibleText.Short(friendly)}' has a character that a line of the command prompt cannot carry, such as %, ! or a "
                        + "letter beyond ASCII. Take another name.");
        }

        if (input.KeySize is { } size && size != defaultKeySize && !client.HasKeySize)
        {
            Refuse(FaultIds.InputContradiction, nameof(input.KeySize), size,
                $"cannot be stated in an order with {client.Name}: it stands in settings.json of the client. Leave it out.");
        }
    }

    private string? Provider(string? text)
    {
        if (text is null || (text.Length is > 0 and <= LongestProvider && text[0] != '-' && HostCharacters.IsLdh(text[0])
            && Array.TrueForAll(text.ToCharArray(), c => HostCharacters.IsLdh(c) || c is '_' or '.')))
        {
            return text;
        }

        Refuse(FaultIds.NameBadCharacter, nameof(input.DnsProvider), text,
            $"'{VisibleText.Short(text)}' is no name of a provider: letters, digits, hyphens, underscores and dots, such as rfc2136 or "
                + "Windows.");
        return null;
    }

    private string? Alias(string? text, AcmeClient client)
    {
        if (text is null)
        {
            return null;
        }

        if (!client.FollowsAlias)
        {
            Refuse(FaultIds.InputContradiction, nameof(input.ChallengeAlias), text,
                $"does not go with {client.Name}, which writes the record at the name itself. Use PoshAcme, WinAcme or Lego.");
            return null;
        }

        bool hasPrefix = text.StartsWith(ChallengePrefix, StringComparison.OrdinalIgnoreCase);
        if (Fqdn.TryParse(hasPrefix ? text.Substring(ChallengePrefix.Length) : text, nameof(input.ChallengeAlias), out Fqdn? name,
            out InputFault? fault))
        {
            return hasPrefix ? ChallengePrefix + name.Value : name.Value;
        }

        faults.Add(fault);
        return null;
    }

    private string? Contact(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int at = text.LastIndexOf('@');
        string local = at < 0 ? string.Empty : text.Substring(0, at);
        if (local.Length is > 0 and <= 64 && Array.TrueForAll(local.ToCharArray(), c => HostCharacters.IsLdh(c) || c is '.' or '_' or '+')
            && Fqdn.TryParse(text.Substring(at + 1), nameof(input.Contact), out Fqdn? domain, out _))
        {
            return local + "@" + domain.Value;
        }

        Refuse(FaultIds.EmailAddressInvalid, nameof(input.Contact), text,
            $"'{VisibleText.Short(text)}' is no mail address for an authority. Give one such as certificates@contoso.com.");
        return null;
    }

    private string? Directory(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) && address.UserInfo.Length == 0
            && Array.TrueForAll(text.ToCharArray(), c => HostCharacters.IsLdh(c) || c is '.' or '_' or '~' or ':' or '/'))
        {
            return text;
        }

        Refuse(FaultIds.UrlPartNotAllowed, nameof(input.AcmeDirectory), text,
            $"'{VisibleText.Short(text)}' is no address of an ACME directory: https, a host and a path, such as "
                + "https://acme.contoso.com/directory.");
        return null;
    }

    private void Refuse(string id, string parameter, object? value, string what) =>
        faults.Add(new InputFault(id, parameter, value, parameter + " " + what));
}
