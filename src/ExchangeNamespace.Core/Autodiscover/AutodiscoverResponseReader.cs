using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// Reads what a server gives as an answer of Autodiscover: POX of Outlook and of ActiveSync, and SOAP. The bytes are a stranger's: no
/// document type, no entity, nothing from elsewhere, and depth and number of elements are bounded. What is not such an answer is
/// <see cref="AutodiscoverResponseKind.Other"/>.
/// </summary>
internal static class AutodiscoverResponseReader
{
    private const int Longest = 256 * 1024;

    private const string Pox = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Soap = "http://schemas.microsoft.com/exchange/2010/Autodiscover";
    private const string NoError = "NoError";

    public static AutodiscoverResponse Read(byte[] bytes)
    {
        if (bytes.Length is 0 or > Longest)
        {
            return AutodiscoverResponse.Other;
        }

        try
        {
            using MemoryStream stream = new(bytes, writable: false);
            using XmlReader reader = ForeignXml.Open(stream, Longest);
            return Read(reader);
        }
        catch (XmlException)
        {
            return AutodiscoverResponse.Other;
        }
    }

    private static AutodiscoverResponse Read(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return AutodiscoverResponse.Other;
        }

        bool pox = reader.LocalName == "Autodiscover" && reader.NamespaceURI == Pox;
        if (!pox && !(reader.LocalName == "Envelope" && reader.NamespaceURI == Envelope))
        {
            return AutodiscoverResponse.Other;
        }

        return XmlLeaves.Read(reader) is not { } leaves ? AutodiscoverResponse.Other : pox ? ReadPox(leaves)
            : ReadSoap([.. leaves.Where(l => l.Namespace == Soap)]);
    }

    private static AutodiscoverResponse ReadPox(IReadOnlyList<XmlLeaf> leaves)
    {
        string? Value(string name) => leaves.FirstOrDefault(l => l.Name == name)?.Value;

        if (Value("ErrorCode") is { } code)
        {
            return new AutodiscoverResponse { Kind = AutodiscoverResponseKind.Error, ErrorCode = code, Message = Value("Message") };
        }

        if (Value("RedirectUrl") is { } url)
        {
            return new AutodiscoverResponse { Kind = AutodiscoverResponseKind.RedirectUrl, RedirectTarget = url };
        }

        if ((Value("RedirectAddr") ?? Value("Redirect")) is { } address)
        {
            return new AutodiscoverResponse { Kind = AutodiscoverResponseKind.RedirectAddress, RedirectTarget = address };
        }

        return new AutodiscoverResponse { Kind = AutodiscoverResponseKind.Settings, Settings = Settings(leaves) };
    }

    private static AutodiscoverResponse ReadSoap(IReadOnlyList<XmlLeaf> leaves)
    {
        string? error = leaves.Where(l => l.Name == "ErrorCode").Select(l => l.Value).FirstOrDefault(v => v != NoError);
        string? target = leaves.FirstOrDefault(l => l.Name == "RedirectTarget")?.Value;
        return error switch
        {
            null when leaves.All(l => l.Name != "ErrorCode") => AutodiscoverResponse.Other,
            null => new AutodiscoverResponse { Kind = AutodiscoverResponseKind.Settings, Settings = Settings(leaves) },
            "RedirectUrl" => new AutodiscoverResponse { Kind = AutodiscoverResponseKind.RedirectUrl, RedirectTarget = target },
            "RedirectAddress" => new AutodiscoverResponse { Kind = AutodiscoverResponseKind.RedirectAddress, RedirectTarget = target },
            _ => new AutodiscoverResponse
            {
                Kind = AutodiscoverResponseKind.Error,
                ErrorCode = error,
                Message = leaves.FirstOrDefault(l => l.Name is "ErrorMessage")?.Value,
            },
        };
    }

    private static AnsweredSetting[] Settings(IReadOnlyList<XmlLeaf> leaves) =>
        [.. leaves.Where(l => l.Name.EndsWith("Url", StringComparison.OrdinalIgnoreCase) || (l.Parent == "Protocol" && l.Name == "Server"))
            .Select(l => new AnsweredSetting(
                l.Section.Length > 0 && l.Parent is "Internal" or "External" ? l.Section + " " + l.Parent : l.Section, l.Name, l.Value))];
}
