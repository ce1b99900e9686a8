using System.Collections.Generic;
using System.Xml;

namespace ExchangeNamespace.Autodiscover;

/// <summary>An element that holds a text.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Parent">The element around it.</param>
/// <param name="Name">Its name; for the value of a named setting the name of the setting.</param>
/// <param name="Section">The type of the protocol or server around it.</param>
/// <param name="Value">The text.</param>
internal sealed record XmlLeaf(string Namespace, string Parent, string Name, string Section, string Value);

/// <summary>The texts of a document in its order. Depth, number and length are bounded: the document is a stranger's.</summary>
internal sealed class XmlLeaves
{
    private const int Deepest = 32;
    private const int MostElements = 5000;
    private const int LongestValue = 2048;

    private readonly List<XmlLeaf> _leaves = [];
    private readonly List<string> _path = [];
    private string _text = string.Empty;
    private string _section = string.Empty;
    private string _setting = string.Empty;

    /// <summary>Reads on from the element where the reader stands.</summary>
    /// <returns>Null beyond the limits.</returns>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public static IReadOnlyList<XmlLeaf>? Read(XmlReader reader)
    {
        XmlLeaves leaves = new();
        int elements = 0;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > MostElements || reader.Depth > Deepest)
                    {
                        return null;
                    }

                    leaves.Begin(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    leaves._text = leaves._text.Length + reader.Value.Length > LongestValue ? leaves._text : leaves._text + reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    leaves.End(reader);
                    break;
                default:
                    break;
            }
        }
        while (reader.Read());
        return leaves._leaves;
    }

    private string Parent => _path.Count > 1 ? _path[_path.Count - 2] : string.Empty;

    private void Begin(XmlReader reader)
    {
        _text = string.Empty;
        if (reader.LocalName == "Protocol")
        {
            _section = reader.GetAttribute("Type") ?? string.Empty;
        }

        if (!reader.IsEmptyElement)
        {
            _path.Add(reader.LocalName);
        }
    }

    private void End(XmlReader reader)
    {
        string value = _text.Trim();
        _text = string.Empty;
        if (value.Length > 0)
        {
            switch (reader.LocalName)
            {
                case "Type" when Parent is "Protocol" or "Server":
                    _section = value;
                    break;
                case "Name" when Parent == "UserSetting":
                    _setting = value;
                    break;
                default:
                    _leaves.Add(new XmlLeaf(reader.NamespaceURI, Parent, reader.LocalName == "Value" ? _setting : reader.LocalName,
                        _section, value));
                    break;
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }
}
