using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates;

/// <summary>Judges what is stated for certificate requests.</summary>
public static class CertificateRequestReader
{
    /// <summary>The key length without a choice.</summary>
    public const int DefaultKeySize = 2048;

    private const int MaximumFriendlyName = 63;

    private static readonly int[] KeySizes = [DefaultKeySize, 4096];

    /// <summary>Judges all values, so that every fault is told at once.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="faults">Receives what is refused.</param>
    /// <returns>The options; null when something was refused.</returns>
    public static CertificateRequestOptions? Read(CertificateRequestInput input, ICollection<InputFault> faults)
    {
        int before = faults.Count;
        Reading reading = new(faults);
        List<SubjectPart> subject = [];
        Add("C", "C", reading.Country(input.Country));
        // Upper bounds of RFC 5280, appendix A.
        Add("S", "ST", reading.Text(input.StateOrProvince, nameof(input.StateOrProvince), 128));
        Add("L", "L", reading.Text(input.Locality, nameof(input.Locality), 128));
        Add("O", "O", reading.Text(input.Organization, nameof(input.Organization), 64));
        Add("OU", "OU", reading.Text(input.OrganizationalUnit, nameof(input.OrganizationalUnit), 64));
        if (input.Complete && input.Form != CertificateRequestForm.Exchange)
        {
            reading.Refuse(FaultIds.InputContradiction, "Complete", input.Form,
                "goes with -As Exchange only: the other programs complete their requests themselves.");
        }

        if (input.State is { } state && !state.Has(StateKind.Certificate))
        {
            reading.Refuse(FaultIds.StateObjectIncomplete, "State", state, "holds no certificates: capture Get-ExchangeCertificate too.");
        }

        CertificateRequestOptions options = new()
        {
            Subject = subject,
            FriendlyName = reading.Text(input.FriendlyName, nameof(input.FriendlyName), MaximumFriendlyName),
            KeySize = reading.KeySize(input.KeySize),
            RequestPath = reading.Path(input.RequestPath, nameof(input.RequestPath)),
            CertificatePath = reading.Path(input.CertificatePath, nameof(input.CertificatePath)),
            Services = reading.Services(input.Services),
            AdditionalNames = reading.Names(input.AdditionalNames ?? []),
            MaximumNames = reading.Maximum(input.MaximumNames),
            ReduceBy = reading.Ways(input.ReduceBy),
            Hybrid = input.Hybrid,
            State = input.State,
            Complete = input.Complete,
            Form = input.Form,
            Order = new AcmeOrderReader(input, DefaultKeySize, faults).Read(),
            VersionText = input.ExchangeVersion,
            Shell = reading.Shell(input.ExchangeVersion),
            Product = ExchangeVersionReader.TryParse(input.ExchangeVersion, nameof(input.ExchangeVersion), out ExchangeVersion? version,
                out _) ? version.Product : null,
        };
        return faults.Count == before ? options : null;

        void Add(string key, string openSslKey, string? value)
        {
            if (value is not null)
            {
                subject.Add(new SubjectPart(key, openSslKey, value));
            }
        }
    }

    private sealed class Reading(ICollection<InputFault> faults)
    {
        public void Refuse(string id, string parameter, object? value, string what) =>
            faults.Add(new InputFault(id, parameter, value, parameter + " " + what));

        public string? Country(string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (text.Length == 2 && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                return text.ToUpperInvariant();
            }

            Refuse(FaultIds.CountryInvalid, "Country", text,
                $"'{VisibleText.Short(text)}' is not a country code: two ASCII letters, such as US or CH.");
            return null;
        }

        public string? Text(string? text, string parameter, int maximum)
        {
            if (text is null)
            {
                return null;
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                Refuse(FaultIds.ValueOutOfRange, parameter, text, "is empty. Leave it out, or give a text.");
            }
            else if (!CertificateText.IsOneLine(text))
            {
                Refuse(FaultIds.TextHasControlCharacter, parameter, text,
                    $"'{VisibleText.Short(text)}' contains a line break, a control character or half a character.");
            }
            else if (CertificateText.CountCodePoints(text) is { } length && length > maximum)
            {
                Refuse(FaultIds.ValueOutOfRange, parameter, text, $"has {length} characters; at most {maximum} are allowed.");
            }

            return text;
        }

        public ShellGeneration? Shell(string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (!ShellGenerations.TryParse(text, nameof(CertificateRequestInput.ExchangeVersion), out ShellGeneration shell,
                out InputFault? fault))
            {
                faults.Add(fault);
            }

            return shell;
        }

        public int KeySize(int? size)
        {
            int chosen = size ?? DefaultKeySize;
            if (!KeySizes.Contains(chosen))
            {
                Refuse(FaultIds.ValueNotListed, "KeySize", size,
                    $"{chosen} is not one of {string.Join(", ", KeySizes)}. No public authority accepts 1024 bits any more.");
            }

            return chosen;
        }

        public WindowsFilePath? Path(string? text, string parameter)
        {
            if (text is null)
            {
                return null;
            }

            if (!WindowsFilePath.TryParse(text, parameter, out WindowsFilePath? path, out InputFault? fault))
            {
                faults.Add(fault);
            }

            return path;
        }

        public IReadOnlyList<CertificateService>? Services(IReadOnlyList<string>? texts)
        {
            if (texts is null)
            {
                return null;
            }

            SortedSet<CertificateService> services = [];
            foreach (string text in texts.SelectMany(t => t.Split(',')).Select(t => t.Trim()))
            {
                // Numbers are values of an enumeration to the runtime, but not to a user.
                if (text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out CertificateService service))
                {
                    services.Add(service);
                }
                else
                {
                    Refuse(FaultIds.ValueNotListed, "Service", text,
                        $"'{VisibleText.Short(text)}' is not one of {string.Join(", ", Enum.GetNames(typeof(CertificateService)))}.");
                }
            }

            if (services.Count == 0 && texts.Count == 0)
            {
                Refuse(FaultIds.ValueOutOfRange, "Service", null, "is empty. Leave it out for the default, or name at least one service.");
            }

            return [.. services];
        }

        public int? Maximum(int? most)
        {
            if (most < 1)
            {
                Refuse(FaultIds.ValueOutOfRange, "MaximumNames", most, $"{most} is no number of names: at least 1.");
            }

            return most;
        }

        public IReadOnlyList<NameWay> Ways(IReadOnlyList<string>? texts)
        {
            if (texts is null)
            {
                return NameWays.All;
            }

            List<NameWay> ways = [];
            foreach (string text in texts.SelectMany(t => t.Split(',')).Select(t => t.Trim()))
            {
                if (NameWays.All.FirstOrDefault(w => string.Equals(w.ToString(), text, StringComparison.OrdinalIgnoreCase)) is var way
                    and not NameWay.Keep)
                {
                    ways.Add(way);
                }
                else
                {
                    string why = string.Equals(text, nameof(NameWay.Cname), StringComparison.OrdinalIgnoreCase)
                        ? " An alias does not take a name off the certificate." : string.Empty;
                    Refuse(FaultIds.ValueNotListed, "ReduceBy", text,
                        $"'{VisibleText.Short(text)}' is not one of {string.Join(", ", NameWays.All)}.{why}");
                }
            }

            return ways;
        }

        public IReadOnlyList<string> Names(IReadOnlyList<string> texts)
        {
            List<string> names = [];
            foreach (string text in texts)
            {
                if (!CertificateNameSyntax.TryNormalise(text, "AdditionalName", out string? name, out InputFault? fault))
                {
                    faults.Add(fault);
                }
                else if (name[0] == '*' && PublicSuffixes.Contains(name.Substring(2)))
                {
                    faults.Add(new InputFault(
                        FaultIds.WildcardTooBroad,
                        "AdditionalName",
                        text,
                        $"{name} would cover every organisation below {name.Substring(2)}, so no authority issues it. Put the wildcard "
                            + "directly below a domain of your own, for example *.contoso.com."));
                }
                else
                {
                    names.Add(name);
                }
            }

            return names;
        }
    }
}
