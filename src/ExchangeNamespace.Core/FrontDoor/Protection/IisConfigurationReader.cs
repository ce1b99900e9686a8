using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>
/// Reads <c>applicationHost.config</c> as data: the applications of the sites, and what the root and each location say about Windows
/// authentication, TLS and filters. A document type, and so every entity, is refused; size, depth and count are bounded.
/// </summary>
internal sealed class IisConfigurationReader
{
    private const string Root = "configuration";
    private const string Security = "/system.webServer/security";
    private const string Protection = Security + "/authentication/windowsAuthentication/extendedProtection";
    private const string Site = "/system.applicationHost/sites/site";
    private const string Expected = "Give applicationHost.config of the server, from C:\\Windows\\System32\\inetsrv\\config.";

    private static readonly string[] Sections =
        ["/system.webServer", Security, Security + "/access", Security + "/ipSecurity", Security + "/authentication",
            Security + "/authentication/windowsAuthentication", Protection, "/system.applicationHost", "/system.applicationHost/sites",
            Site];

    private readonly Dictionary<string, IisSettings> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _applications = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];
    private string _location = string.Empty;
    private string _site = string.Empty;
    private string _application = string.Empty;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its path, for faults.</param>
    /// <param name="faults">Receives why it was refused.</param>
    /// <param name="cancel">Ends it between two elements.</param>
    /// <returns>The configuration; null after a fault.</returns>
    public static IisConfiguration? Read(Stream stream, string name, ICollection<InputFault> faults, CancellationToken cancel = default)
    {
        try
        {
            using XmlReader reader = ForeignXml.Open(stream, FileLimits.IisBytes, ignoreWhitespace: true);
            IisConfigurationReader document = new();
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != Root)
            {
                throw new InvalidDataException($"is no configuration of IIS: its root is not {Root}.");
            }

            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                document.Node(reader);
            }

            return document._applications.Count > 0
                ? new IisConfiguration(document._places, document._applications)
                : throw new InvalidDataException("has no application of a web site, as a web.config.");
        }
        catch (XmlException e)
        {
            faults.Add(Fault(name, $"is no XML that can be read (line {e.LineNumber})."));
        }
        catch (InvalidDataException e)
        {
            faults.Add(Fault(name, e.Message));
        }

        return null;
    }

    private static InputFault Fault(string name, string message) =>
        new(FaultIds.IisConfigurationInvalid, "IisConfiguration", name, $"'{PathText.Of(name)}' {message} {Expected}");

    private void Node(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            _names.RemoveRange(reader.Depth - 1, _names.Count - reader.Depth + 1);
            if (reader.Depth > FileLimits.IisDepth)
            {
                throw new InvalidDataException($"is nested deeper than {FileLimits.IisDepth} levels, which no such file is.");
            }

            _names.Add(reader.LocalName);
            Element(reader);
        }
    }

    private void Element(XmlReader reader)
    {
        if (_names.Count == 1)
        {
            _location = _names[0] == "location" ? Place(reader.GetAttribute("path")) : string.Empty;
        }

        string section = Path();
        if (Array.IndexOf(Sections, section) >= 0 && reader.GetAttribute("configSource") is not null)
        {
            throw new InvalidDataException("keeps a part of it in another file (configSource), which is not read.");
        }

        switch (section)
        {
            case Protection when reader.GetAttribute("tokenChecking") is { } mode:
                Set(s => s.TokenChecking is null || s.TokenChecking == ModeOf(mode), s => s with { TokenChecking = ModeOf(mode) });
                break;
            case Security + "/access" when reader.GetAttribute("sslFlags") is { } flags:
                string[] listed = [.. flags.Split(',').Select(f => f.Trim())];
                Set(s => s.SslFlags is null || s.SslFlags.SequenceEqual(listed, StringComparer.OrdinalIgnoreCase),
                    s => s with { SslFlags = listed });
                break;
            case Security + "/ipSecurity" when reader.GetAttribute("allowUnlisted") is { } allowed:
                bool? all = bool.TryParse(allowed, out bool value) ? value : throw Unreadable("allowUnlisted", allowed);
                Set(s => s.AllowUnlisted is null || s.AllowUnlisted == all, s => s with { AllowUnlisted = all });
                break;
            case Site when _location.Length == 0:
                _site = reader.GetAttribute("name") ?? string.Empty;
                break;
            case Site + "/application" when _location.Length == 0:
                _application = (reader.GetAttribute("path") ?? "/").TrimEnd('/');
                Add(_applications, _site + _application);
                break;
            case Site + "/application/virtualDirectory" when _location.Length == 0:
                Add(_applications, _site + _application + (reader.GetAttribute("path") ?? "/").TrimEnd('/'));
                break;
            default:
                break;
        }
    }

    private string Path() => "/" + string.Join("/", _names[0] == "location" ? _names.Skip(1) : _names);

    /// <summary>The root has an empty path, or a dot.</summary>
    private static string Place(string? path) => path is null or "." ? string.Empty : path.Trim('/');

    private void Set(Func<IisSettings, bool> agrees, Func<IisSettings, IisSettings> change)
    {
        IisSettings before = _places.TryGetValue(_location, out IisSettings? known) ? known : new IisSettings();
        if (!agrees(before))
        {
            throw new InvalidDataException($"states two values for {VisibleText.Short(_location.Length == 0 ? "the root" : _location)}.");
        }

        _places[_location] = change(before);
        Bound(_places.Count);
    }

    private static void Add(HashSet<string> set, string path)
    {
        set.Add(path);
        Bound(set.Count);
    }

    private static void Bound(int count)
    {
        if (count > FileLimits.IisPaths)
        {
            throw new InvalidDataException($"has more than {FileLimits.IisPaths} applications or locations, which no such file has.");
        }
    }

    private static TokenCheckingMode ModeOf(string text) => text.ToUpperInvariant() switch
    {
        "NONE" => TokenCheckingMode.None,
        "ALLOW" => TokenCheckingMode.Allow,
        "REQUIRE" => TokenCheckingMode.Require,
        _ => throw Unreadable("tokenChecking", text),
    };

    private static InvalidDataException Unreadable(string attribute, string text) =>
        new($"has {attribute}=\"{VisibleText.Short(text)}\", which IIS does not know.");
}
