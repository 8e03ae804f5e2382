import { describe, expect, it } from 'vitest'
import { isSigned, type WireRequest } from './_sigv4.ts'

const suiteSecret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const s3Secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const suite = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${signedHeaders}, Signature=${signature}`
const s3 = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`

/** Requests and signatures that AWS publishes: its Signature Version 4 test suite, and the examples of its S3 API reference. */
const vectors: { note: string; secret: string; request: WireRequest }[] = [
  {
    note: 'get-vanilla',
    secret: suiteSecret,
    request: {
      method: 'GET',
      target: '/',
      headers: {
        host: 'example.amazonaws.com',
        'x-amz-date': '20150830T123600Z',
        authorization: suite('host;x-amz-date', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'),
      },
    },
  },
  {
    note: 'get-vanilla-query-order-key-case',
    secret: suiteSecret,
    request: {
      method: 'GET',
      target: '/?Param2=value2&Param1=value1',
      headers: {
        host: 'example.amazonaws.com',
        'x-amz-date': '20150830T123600Z',
        authorization: suite('host;x-amz-date', 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500'),
      },
    },
  },
  {
    note: 'S3: GET Object',
    secret: s3Secret,
    request: {
      method: 'GET',
      target: '/test.txt',
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        range: 'bytes=0-9',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
        authorization: s3(
          'host;range;x-amz-content-sha256;x-amz-date',
          'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
        ),
      },
    },
  },
  {
    note: 'S3: PUT Object',
    secret: s3Secret,
    request: {
      method: 'PUT',
      target: '/test%24file.text',
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        'x-amz-date': '20130524T000000Z',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        authorization: s3(
          'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ),
      },
    },
  },
  {
    note: 'S3: GET Bucket lifecycle, a parameter without a value',
    secret: s3Secret,
    request: {
      method: 'GET',
      target: '/?lifecycle',
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
        authorization: s3(
          'host;x-amz-content-sha256;x-amz-date',
          'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
        ),
      },
    },
  },
  {
    note: 'S3: list objects',
    secret: s3Secret,
    request: {
      method: 'GET',
      target: '/?max-keys=2&prefix=J',
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
        authorization: s3(
          'host;x-amz-content-sha256;x-amz-date',
          '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
        ),
      },
    },
  },
]

describe(isSigned, () => {
  for (const { note, secret, request } of vectors) {
    it(`${note} holds under its secret`, () => expect(isSigned(request, secret)).toBe(true))
    it(`${note} does not hold under another`, () => expect(isSigned(request, `${secret}x`)).toBe(false))
    it(`${note} does not hold for another path`, () =>
      expect(isSigned({ ...request, target: `/other${request.target}` }, secret)).toBe(false))
  }

  it('a request without a signature is not signed', () =>
    expect(isSigned({ method: 'GET', target: '/', headers: {} }, s3Secret)).toBe(false))
})
