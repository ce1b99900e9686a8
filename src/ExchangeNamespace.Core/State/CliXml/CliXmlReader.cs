using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Xml;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State.CliXml;

/// <summary>
/// Reads CliXml as data: texts, numbers and lists, nothing else. No type is looked up, no object is made, serialized blobs are skipped, so
/// a document cannot run anything. A document type, and so every entity, is refused; size, depth and count are bounded.
/// </summary>
internal sealed class CliXmlReader
{
    private const string Space = "http://schemas.microsoft.com/powershell/2004/04";

    private readonly XmlReader _reader;
    private readonly NodeStream _stream;
    private readonly ISet<string> _wanted;
    private readonly Dictionary<string, object?> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _types = new(StringComparer.Ordinal);
    private int _objects;

    private CliXmlReader(XmlReader reader, NodeStream stream, ISet<string> wanted)
    {
        _reader = reader;
        _stream = stream;
        _wanted = wanted;
    }

    /// <summary>Streams the objects of a document.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="wanted">The properties to keep.</param>
    /// <param name="cancel">Ends it between two pieces.</param>
    /// <returns>The objects; a primitive at the top is an object without type and members.</returns>
    /// <exception cref="XmlException">The document is no XML.</exception>
    /// <exception cref="CliXmlException">The document is no CliXml, or breaks a bound.</exception>
    public static IEnumerable<CliXmlObject> Read(Stream stream, ISet<string> wanted, CancellationToken cancel = default)
    {
        NodeStream nodes = new(stream, cancel);
        using XmlReader reader = ForeignXml.Open(nodes, FileLimits.CaptureBytes);
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Objs" || reader.NamespaceURI != Space)
        {
            throw new CliXmlException("is no file of Export-Clixml: its root is not Objs.");
        }

        CliXmlReader document = new(reader, nodes, wanted);
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            if (reader.LocalName == "Nil")
            {
                reader.Skip();
                continue;
            }

            CliXmlObject top = new();
            document.Value(1, keep: false, top);
            yield return top;
        }

        // What follows the end is read too, so that a damaged tail is not passed over.
        while (reader.Read())
        {
            nodes.Next();
        }
    }

    /// <summary>Reads the element at hand and leaves the reader behind it.</summary>
    private object? Value(int depth, bool keep, CliXmlObject? top = null)
    {
        if (depth > FileLimits.CaptureDepth)
        {
            throw new CliXmlException($"is nested deeper than {FileLimits.CaptureDepth} levels, which no capture is.");
        }

        Next();

        string kind = _reader.LocalName;
        switch (kind)
        {
            case "Obj":
                return Object(depth, top);
            case "Ref":
                string? id = _reader.GetAttribute("RefId");
                _reader.Skip();
                return id is not null && _references.TryGetValue(id, out object? known) ? known : CliXmlObject.Unreadable;
            case "Nil":
                _reader.Skip();
                return null;
            default:
                if (keep)
                {
                    return Primitive(kind);
                }

                _reader.Skip();
                return CliXmlObject.Unreadable;
        }
    }

    /// <summary>Each element begins here: what came before it is done with.</summary>
    private void Next()
    {
        _stream.Next();
        if (_reader.AttributeCount > FileLimits.CaptureAttributes)
        {
            throw new CliXmlException($"has an element with more than {FileLimits.CaptureAttributes} attributes, which no capture has.");
        }
    }

    private object? Object(int depth, CliXmlObject? top)
    {
        if (++_objects > FileLimits.CaptureObjects)
        {
            throw new CliXmlException($"has more than {FileLimits.CaptureObjects} objects, which no capture has.");
        }

        string? id = _reader.GetAttribute("RefId");
        object? value = CliXmlObject.Unreadable;
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return value;
        }

        string? text = null;
        List<object?>? items = null;
        _reader.Read();
        while (_reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                _reader.Read();
                continue;
            }

            Next();
            switch (_reader.LocalName)
            {
                case "TN":
                    SetTypes(top, Types());
                    break;
                case "TNRef":
                    SetTypes(top,
                        _reader.GetAttribute("RefId") is { } type
                            && _types.TryGetValue(type, out IReadOnlyList<string>? names) ? names : []);
                    _reader.Skip();
                    break;
                case "ToString":
                    text = CliXmlText.Decode(_reader.ReadElementContentAsString());
                    break;
                case "Props" or "MS":
                    Members(depth, top);
                    break;
                case "LST" or "IE" or "QUE" or "STK":
                    items = Items(depth);
                    break;
                case "DCT":
                    Items(depth);
                    break;
                case "Obj" or "Ref":
                    Value(depth + 1, keep: false);
                    break;
                default:
                    value = Primitive(_reader.LocalName);
                    break;
            }
        }

        _reader.Read();
        value = items ?? (object?)text ?? value;
        if (id is not null)
        {
            _references[id] = value;
        }

        return value;
    }

    private static void SetTypes(CliXmlObject? top, IReadOnlyList<string> names)
    {
        if (top is not null)
        {
            top.TypeNames = names;
        }
    }

    private IReadOnlyList<string> Types()
    {
        string? id = _reader.GetAttribute("RefId");
        List<string> names = [];
        ForEachChild(() => names.Add(_reader.ReadElementContentAsString()));
        if (id is not null)
        {
            _types[id] = names;
        }

        return names;
    }

    private void Members(int depth, CliXmlObject? top) => ForEachChild(() =>
    {
        string? name = top is null ? null : _reader.GetAttribute("N");
        bool keep = name is not null && _wanted.Contains(name);
        object? value = Value(depth + 1, keep);
        if (keep)
        {
            top!.Members[name!] = value;
        }
    });

    private List<object?> Items(int depth)
    {
        List<object?> items = [];
        ForEachChild(() =>
        {
            if (_reader.LocalName == "En")
            {
                // An entry of a dictionary: read for what it may refer to.
                ForEachChild(() => Value(depth + 2, keep: false));
                return;
            }

            items.Add(Value(depth + 1, keep: true));
        });
        return items;
    }

    /// <summary>Walks the child elements; each call must leave the reader behind its element.</summary>
    private void ForEachChild(Action read)
    {
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        _reader.Read();
        while (_reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                Next();
                read();
            }
            else
            {
                _reader.Read();
            }
        }

        _reader.Read();
    }

    private object? Primitive(string kind)
    {
        if (kind is "SS" or "SBK")
        {
            _reader.Skip();
            return CliXmlObject.Unreadable;
        }

        string text = _reader.ReadElementContentAsString();
        return kind switch
        {
            "S" or "URI" or "XD" => CliXmlText.Decode(text),
            "B" => text is "true" or "false" ? text == "true" : CliXmlObject.Unreadable,
            "I32" or "I16" or "I64" or "SB" or "By" or "U16" or "U32" =>
                long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
                    : CliXmlObject.Unreadable,
            "DT" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) ? time
                : CliXmlObject.Unreadable,
            "BA" => Bytes(text),
            "G" or "TS" or "Version" or "Db" or "Sg" or "D" or "U64" => text,
            _ => CliXmlObject.Unreadable,
        };
    }

    private static object Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return CliXmlObject.Unreadable;
        }
    }
}
